import type { ChildProcess } from 'node:child_process';
import { compareRecords } from '../../invoke/compare.ts';
import { Invoker, type InvokerOptions } from '../../invoke/invoker.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import { unlessDropped } from '../../invoke/unless-dropped.ts';
import { parseLimits } from '../../platform/limit-value.ts';
import { findRoot } from '../../project/find.ts';
import { changesReport } from '../../report/differences.ts';
import { invocationReport } from '../../report/invocation.ts';
import type { Terminal } from '../terminal.ts';
import { concernSources } from '../watch/concerns.ts';
import { watchProject } from '../watch/loop.ts';
import { WatchedPassage } from '../watch/passage.ts';
import { type CallInputs, WatchedInputs } from './inputs.ts';
import type { InvokeOptions } from './options.ts';

/** `lpf-emulator invoke --watch`: the call once more whenever something that it is made of has changed. */
export async function watchInvoke(
  terminal: Terminal,
  name: string,
  options: InvokeOptions,
  { early, passage }: Pick<InvokerOptions, 'early' | 'passage'>,
): Promise<number> {
  const limits = parseLimits(options.limit);
  const root = findRoot(terminal.cwd);
  // Standard input can be read once only.
  let input: Promise<string> | undefined;
  const remembering = { ...terminal, stdin: () => (input ??= terminal.stdin()) };
  const replay = new WatchedPassage(terminal, root, options, passage);
  const inputs = new WatchedInputs(remembering, name, options, replay);
  const caller = new Caller({ engine: options.engine, limits, instances: 1, early });
  let called: CallInputs | undefined;
  let before: InvocationRecord | undefined;

  return watchProject(terminal, root, {
    async round(changes, announce, signal) {
      const former = called;
      called = undefined;
      const call = await inputs.read(changes);
      const nested = before?.called !== undefined && concernSources(root, changes);
      if (!former || nested || !isSame(former, call)) {
        announce();
        const record = await unlessDropped(
          signal,
          () => caller.end(),
          () => caller.call(call),
        );
        print(terminal, options, record, before);
        before = record;
        // Only now: to start a process holds the answer up.
        caller.makeReady();
      }
      called = call;
      return inputs.files();
    },
    async end() {
      await Promise.all([inputs.end(), caller.end()]);
    },
  });
}

function isSame(one: CallInputs, other: CallInputs): boolean {
  return (['one', 'bundle', 'payload', 'passage'] as const).every((part) => one[part] === other[part]);
}

function print(
  terminal: Terminal,
  { json }: InvokeOptions,
  record: InvocationRecord,
  before: InvocationRecord | undefined,
): void {
  if (json) return terminal.out(`${JSON.stringify(record)}\n`);
  const { out, err } = invocationReport(record, { colour: terminal.errorColour });
  terminal.out(out);
  terminal.err(err);
  if (before) terminal.err(changesReport(compareRecords(before, record), terminal.errorColour));
}

/** Makes each call in a fresh instance, and all of them with one invoker as long as the project is the same. */
class Caller {
  readonly #options: Omit<InvokerOptions, 'settings'>;
  #early: ChildProcess | undefined;
  #current: (Pick<CallInputs, 'one' | 'passage'> & { invoker: Invoker }) | undefined;

  constructor({ early, ...options }: Omit<InvokerOptions, 'settings'>) {
    this.#options = options;
    this.#early = early;
  }

  async call({ one, passage, bundle, payload }: CallInputs): Promise<InvocationRecord> {
    const { invoker } = await this.#currentFor(one, passage);
    return invoker.invoke({ bundle, source: one.source, payload });
  }

  /** Has an empty instance wait for the next call. */
  makeReady(): void {
    this.#current?.invoker.renew(1);
  }

  async end(): Promise<void> {
    const ended = this.#current;
    this.#current = undefined;
    await ended?.invoker.close();
  }

  /** The new invoker stands before the old one has ended: what ends this meanwhile ends both. */
  async #currentFor(one: CallInputs['one'], passage: CallInputs['passage']): Promise<{ invoker: Invoker }> {
    const before = this.#current;
    if (before?.one === one && before.passage === passage) return before;
    const { root, settings } = one;
    const invoker = new Invoker({ ...this.#options, root, settings, passage, early: this.#early });
    const current = (this.#current = { one, passage, invoker });
    this.#early = undefined;
    await before?.invoker.close();
    return current;
  }
}
