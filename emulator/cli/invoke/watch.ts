import type { ChildProcess } from 'node:child_process';
import { compareRecords } from '../../invoke/compare.ts';
import { Invoker, type InvokerOptions } from '../../invoke/invoker.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import { parseLimits } from '../../platform/limit-value.ts';
import { findRoot } from '../../project/find.ts';
import { changesReport } from '../../report/differences.ts';
import { invocationReport } from '../../report/invocation.ts';
import type { Terminal } from '../terminal.ts';
import { watchProject } from '../watch/loop.ts';
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
  // Standard input can be read once only.
  let input: Promise<string> | undefined;
  const inputs = new WatchedInputs({ ...terminal, stdin: () => (input ??= terminal.stdin()) }, name, options);
  const caller = new Caller(({ root, settings }, ahead) => {
    return new Invoker({
      root,
      settings,
      engine: options.engine,
      limits,
      instances: 1,
      early: ahead,
      passage,
    });
  }, early);
  let called: CallInputs | undefined;
  let before: InvocationRecord | undefined;

  return watchProject(terminal, findRoot(terminal.cwd), {
    async round(changes, announce) {
      const former = called;
      called = undefined;
      const call = await inputs.read(changes);
      if (!former || !isSame(former, call)) {
        announce();
        const record = await caller.call(call);
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
  return one.one === other.one && one.bundle === other.bundle && one.payload === other.payload;
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

type NewInvoker = (one: CallInputs['one'], early: ChildProcess | undefined) => Invoker;

/** Makes each call in a fresh instance, and all of them with one invoker as long as the project is the same. */
class Caller {
  readonly #newInvoker: NewInvoker;
  #early: ChildProcess | undefined;
  #current: { one: CallInputs['one']; invoker: Invoker } | undefined;

  constructor(newInvoker: NewInvoker, early: ChildProcess | undefined) {
    this.#newInvoker = newInvoker;
    this.#early = early;
  }

  async call({ one, bundle, payload }: CallInputs): Promise<InvocationRecord> {
    if (this.#current?.one !== one) {
      await this.end();
      this.#current = { one, invoker: this.#newInvoker(one, this.#early) };
      this.#early = undefined;
    }
    return this.#current.invoker.invoke({ bundle, source: one.source, payload });
  }

  /** Has an empty instance wait for the next call. */
  makeReady(): void {
    this.#current?.invoker.renew(1);
  }

  async end(): Promise<void> {
    await this.#current?.invoker.close();
    this.#current = undefined;
  }
}
