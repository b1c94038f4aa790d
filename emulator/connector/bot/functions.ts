import { type Finding, renderWhere } from '../../errors.ts';
import type { Callable, CallableFunctions } from '../../invoke/callable.ts';
import type { Invoker } from '../../invoke/invoker.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import type { Generation } from '../../platform/generations.ts';
import type { Surroundings } from './surroundings.ts';

/** How a call of a function ended. `unusable`: there is none of that name, or it cannot be built. */
export type FunctionRun =
  | { kind: 'answer'; answer: unknown; record: InvocationRecord }
  | { kind: 'failed'; message: string; record: InvocationRecord }
  | { kind: 'unusable'; message: string; findings: readonly Finding[] };

/** What a function is called with. */
export interface FunctionCall {
  /** What the call is for, in a word or two; the record is named for it. */
  label: string;
  payload: unknown;
  /** The conversation's time, in epoch milliseconds. */
  at: number;
  surroundings: Surroundings;
}

/** What functions of a project are found by. */
export interface FunctionsOptions {
  invoker: Invoker;
  generation: Generation;
  /** The functions of the project, and how they are read anew. */
  callable: CallableFunctions;
  read: () => Promise<CallableFunctions>;
}

/** The functions of a project, as the connector calls them. */
export class ProjectFunctions {
  readonly #options: FunctionsOptions;
  #callable: Promise<CallableFunctions>;

  constructor(options: FunctionsOptions) {
    this.#options = options;
    this.#callable = Promise.resolve(options.callable);
  }

  async byName(name: string, call: FunctionCall): Promise<FunctionRun> {
    return this.#run(await (await this.#callable).named(name, this.#options.generation), name, call);
  }

  async byUuid(uuid: string, call: FunctionCall): Promise<FunctionRun> {
    return this.#run(await (await this.#callable).find(uuid, this.#options.generation), uuid, call);
  }

  /** Functions are read and bundled anew with their next call, or are those from now on. */
  reload(functions?: CallableFunctions): void {
    this.#callable = functions ? Promise.resolve(functions) : this.#options.read();
  }

  async #run(found: Callable | undefined, name: string, call: FunctionCall): Promise<FunctionRun> {
    if (!found) return { kind: 'unusable', message: `the project has no function ${name}`, findings: [] };
    if ('findings' in found) return cannotBeBuilt(name, found.findings);
    const { label, payload, at, surroundings } = call;
    const { account, mocks, base, usedMocks } = surroundings;
    const {
      record,
      end,
      usedMocks: used,
    } = await this.#options.invoker.call({
      ...found,
      account,
      payload: {
        name: label,
        event: found.source.config.event,
        file: label,
        input: { headers: [], timestamp: at, payload },
        mocks,
        ...(base !== undefined && { base }),
        source: '',
        inferred: null,
      },
    });
    for (const mock of used) usedMocks.add(mock);
    if (end.kind === 'failed') return { kind: 'failed', message: failed(record, end.message), record };
    const json = end.kind === 'answer' ? end.json : undefined;
    return { kind: 'answer', answer: json === undefined ? undefined : (JSON.parse(json) as unknown), record };
  }
}

function cannotBeBuilt(name: string, findings: readonly Finding[]): FunctionRun {
  const reason = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  const place = reason?.where ? ` at ${renderWhere(reason.where)}` : '';
  const message = `the function ${name} cannot be used${reason ? `: ${reason.message}${place}` : ''}`;
  return { kind: 'unusable', message, findings };
}

/** Why an answer that was given is not there. */
export function tooLarge({ verdict }: InvocationRecord): Finding | undefined {
  return verdict.findings.find(({ code }) => code === 'large-result');
}

/** The record's own words, which hold no secrets. */
function failed({ function: name, outcome, error }: InvocationRecord, message: string): string {
  return `the function ${name} ended with ${outcome}: ${error?.message ?? message}`;
}
