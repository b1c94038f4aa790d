import type { Bundle } from '../bundle/bundle.ts';
import type { Finding } from '../errors.ts';
import { failureCodes } from '../platform/failures.ts';
import type { Generation } from '../platform/generations.ts';
import type { FunctionSource } from '../project/function-source.ts';
import type { FunctionEnd, FunctionInput, FunctionPort } from '../services/functions.ts';
import { notInAccount } from '../services/not-in-account.ts';
import type { CallableFunctions } from './callable.ts';
import type { InvocationRecord } from './record.ts';

/** A call that one function makes of another. */
export interface NestedCall {
  bundle: Bundle;
  source: FunctionSource;
  input: FunctionInput;
}

/** What came of it: its record, its end with all that the record hides, and the mocks that it used. */
export interface NestedRun {
  record: InvocationRecord;
  end: FunctionEnd;
  usedMocks: ReadonlySet<number>;
}

/** What calls of other functions need. */
export interface Calling {
  generation: Generation;
  /** How many functions may be open in one another. */
  deepest: number;
  /** Names of the functions that are open, the outermost first. */
  chain: readonly string[];
  functions: () => Promise<CallableFunctions | undefined>;
  run: (call: NestedCall) => Promise<NestedRun>;
}

/** The other functions as one call of a function calls them, and what came of that. */
export class CalledFunctions implements FunctionPort {
  readonly records: InvocationRecord[] = [];
  readonly findings: Finding[] = [];
  readonly usedMocks = new Set<number>();
  readonly #calling: Calling;

  constructor(calling: Calling) {
    this.#calling = calling;
  }

  async call(uuid: string, input: FunctionInput): Promise<FunctionEnd> {
    const { generation, deepest, chain, functions, run } = this.#calling;
    const project = await functions();
    const found = await project?.find(uuid, generation);
    if (!found) {
      if (project) this.#tell(unknownUuid(uuid, project.names()));
      return { kind: 'not-found' };
    }
    if ('findings' in found) {
      this.findings.push(...found.findings);
      return { kind: 'not-found' };
    }
    if (chain.length > deepest) return this.#tooDeep([...chain, found.source.name]);
    const { record, end, usedMocks } = await run({ ...found, input });
    this.records.push(record);
    this.findings.push(...record.verdict.findings.map((finding) => told(finding, record)));
    for (const mock of usedMocks) this.usedMocks.add(mock);
    return end;
  }

  async forEvent(event: string): Promise<string[]> {
    return (await this.#calling.functions())?.forEvent(event) ?? [];
  }

  /** Says it once, however often it is asked for. */
  #tell(finding: Finding): void {
    if (!this.findings.some(({ message }) => message === finding.message)) this.findings.push(finding);
  }

  #tooDeep(chain: string[]): FunctionEnd {
    const { generation, deepest } = this.#calling;
    const message = `functions call each other more than ${deepest} levels deep: ${chain.join(' → ')}`;
    this.findings.push({
      code: 'call-depth',
      severity: 'error',
      message,
      hint: 'let a function that calls others end: give it a case in which it calls none',
    });
    return { kind: 'failed', code: failureCodes.general[generation], message };
  }
}

function unknownUuid(uuid: string, names: readonly string[]): Finding {
  return notInAccount(
    `function of the uuid ${uuid}`,
    `functions: { <name>: ${uuid} }, with the name of the function that it belongs to: ${names.join(', ')}`,
  );
}

/**
 * What a called function did wrong is a warning to its caller, which may have been ready for it; but never too many
 * levels.
 */
function told(finding: Finding, { function: name }: InvocationRecord): Finding {
  if (finding.code === 'call-depth') return finding;
  return { ...finding, severity: 'warning', message: `in the called function ${name}: ${finding.message}` };
}
