import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { type Bundle } from '../bundle/bundle.ts';
import type { Generation } from '../platform/generations.ts';
import { type Limits, limitsOf } from '../platform/limits.ts';
import type { Payload } from '../payload/payload.ts';
import type { FunctionSource } from '../project/function-source.ts';
import type { Settings } from '../project/settings.ts';
import type { AccountPresets } from '../payload/account/account-presets.ts';
import type { Account } from '../services/account.ts';
import type { Clock } from '../services/clock.ts';
import { duringCall } from '../services/during.ts';
import type { Engine } from '../runtime/protocol.ts';
import type { Passage } from '../runtime/outbound/passage.ts';
import { Runtime, type RuntimeRequest } from '../runtime/runtime.ts';
import { Accounts } from './accounts.ts';
import { AnswerJudge } from './answer-judge.ts';
import type { CallableFunctions } from './callable.ts';
import { CalledFunctions, type NestedRun } from './called.ts';
import { type Inspection, withoutLimits } from './inspection.ts';
import { Loadables } from './loadables.ts';
import { Outbound } from './outbound.ts';
import { type Scrubber, scrubberOf } from './secrets.ts';
import { toRun } from './to-record.ts';
import type { InvocationRecord } from './record.ts';

/** How an invoker runs bundles. */
export interface InvokerOptions {
  settings: Settings;
  /** The project's root: its functions can call each other, and its `account.yaml` says what accounts begin with. */
  root?: string;
  engine?: Engine;
  /** Limits in place of the platform's own, in each limit's unit. */
  limits?: Partial<Limits>;
  /** Instances of one bundle that may run side by side; as many as there are processors where it is missing. */
  instances?: number;
  /** A child that was started ahead by `startChild`. */
  early?: ChildProcess | undefined;
  /** What answers requests that neither a mock nor the account does. */
  passage?: Passage | undefined;
  /** A debugger looks at the functions that are called from outside, not at those that they call; `node` only. */
  inspect?: Inspection | undefined;
}

/** One invocation: a bundle, the function it comes from, and what it is fed. */
export interface Invocation {
  bundle: Bundle;
  source: FunctionSource;
  payload: Payload;
  /** A fresh instance for this call alone. */
  cold?: boolean;
  /**
   * The account to run in, where calls share one, and the mocks of their payloads with it; a fresh one where it is
   * missing.
   */
  account?: Account;
}

/** A call as it is run: on its own, or within others. */
interface Run extends Invocation {
  account: Account;
  /** Whether other calls have the same account. */
  shared: boolean;
  /** Names of the functions that are open, this one last. */
  chain: readonly string[];
}

/** Runs bundles and answers with records. Close it, or its children keep the process alive. */
export class Invoker {
  readonly #options: InvokerOptions;
  readonly #engine: Engine;
  readonly #limits: Record<Generation, Limits>;
  readonly #runtime: Runtime;
  readonly #outbound: Outbound;
  readonly #accounts: Accounts;
  readonly #loadables: Loadables;
  readonly #judge = new AnswerJudge();
  readonly #newScrubber: (updated: ReadonlyMap<string, unknown>) => Scrubber;
  readonly #updatedSecrets = new Map<string, unknown>();
  #callable: CallableFunctions | undefined;

  constructor(options: InvokerOptions) {
    const { settings, root, engine = 'node', instances = availableParallelism(), early, inspect } = options;
    const limits = inspect ? { ...options.limits, ...withoutLimits } : options.limits;
    this.#options = options;
    this.#engine = engine;
    this.#judge.load();
    this.#newScrubber = scrubberOf(settings.secrets);
    this.#limits = { v1: limitsOf('v1', limits), v2: limitsOf('v2', limits) };
    const memory = Math.max(this.#limits.v1.memory, this.#limits.v2.memory);
    this.#accounts = new Accounts(settings, root, this.#limits);
    this.#loadables = new Loadables({ engine, limits: this.#limits, accounts: this.#accounts, inspect });
    this.#outbound = new Outbound({ settings, root, limits: this.#limits, passage: options.passage });
    this.#runtime = new Runtime({ engine, memory, instances, early, inspected: inspect !== undefined });
  }

  /** One invocation, run and judged. */
  async invoke(invocation: Invocation): Promise<InvocationRecord> {
    const { record } = await this.call(invocation);
    return record;
  }

  /** As `invoke`, but with the end as the function's caller sees it, secrets and all, and the mocks that it used. */
  async call(invocation: Invocation): Promise<NestedRun> {
    const { bundle, payload } = invocation;
    const shared = invocation.account !== undefined;
    const account = invocation.account ?? (await this.newAccount(bundle.generation, payload));
    const run = await this.#run({ ...invocation, account, shared, chain: [bundle.function] });
    for (const [key, value] of account.updatedSecrets) this.#updatedSecrets.set(key, value);
    return run;
  }

  /** The secrets that functions have updated so far, by key; the last one counts. */
  get updatedSecrets(): ReadonlyMap<string, unknown> {
    return this.#updatedSecrets;
  }

  /** An account for several invocations, with what `payload` says about it; `clock` in place of one of its own. */
  newAccount(
    generation: Generation,
    { account: own }: Pick<Payload, 'account'> = {},
    clock?: Clock,
  ): Promise<Account> {
    return this.#accounts.create(generation, own, clock);
  }

  async #run(run: Run): Promise<NestedRun> {
    const { bundle, source, payload, cold = false, account, shared, chain } = run;
    const { generation } = bundle;
    const nested = chain.length > 1;
    const limits = this.#limits[generation];
    const { load, stack } = await this.#loadables.of(bundle, source, nested);
    const called = this.#calledBy(run);
    const network = this.#outbound.networkOf({
      bundle,
      payload,
      account: duringCall(account, called),
      owner: account,
      common: (await this.presets())?.mocks,
    });
    const request: RuntimeRequest = {
      key: `${generation} ${bundle.function} ${bundle.hash}`,
      load,
      input: JSON.stringify({ timestamp: Date.now(), ...payload.input }),
      outside: network,
      deadline: limits.deadline,
      memory: limits.memory,
      cold,
      nested,
    };
    const report = await this.#outbound.rateOf(bundle).during(() => this.#runtime.invoke(request));
    const { event } = source.config;
    const known = {
      bundle,
      event,
      payload,
      engine: this.#engine,
      limits,
      stack,
      secretKeys: this.#options.settings.secrets.map(({ key }) => key),
      scrubber: this.#newScrubber(account.updatedSecrets),
      outside: network,
      called,
      borrowed: nested || shared,
    };
    return toRun(report, known, async (json, result) =>
      nested ? [] : this.#judge.judge({ event, generation, payload, json, result }),
    );
  }

  /** The other functions, as one run calls them: with its mocks and in its account. */
  #calledBy({ bundle: { generation }, payload, account, shared, chain }: Run): CalledFunctions {
    return new CalledFunctions({
      generation,
      deepest: this.#limits[generation].callDepth,
      chain,
      functions: () => this.#functions(),
      run: ({ input, ...callee }) =>
        this.#run({
          ...callee,
          payload: { ...payload, event: callee.source.config.event, input },
          account,
          shared,
          chain: [...chain, callee.source.name],
        }),
    });
  }

  /** Read and bundled anew for an invoker that was renewed. */
  async #functions(): Promise<CallableFunctions | undefined> {
    const { root } = this.#options;
    if (root === undefined || this.#callable) return this.#callable;
    const presets = await this.presets();
    const { CallableFunctions: Loaded } = await import('./callable.ts');
    return (this.#callable ??= new Loaded(root, presets?.functions));
  }

  /** What every account of the project begins with; `undefined` where it says nothing of that. */
  presets(): Promise<AccountPresets | undefined> {
    return this.#accounts.presets();
  }

  /** Starts children ahead, while there is still something else to do; one for each bundle that will be run. */
  startAhead(count: number): void {
    this.#runtime.startAhead(count);
  }

  /** Lets go of every bundle that was run, and keeps so many empty instances ready for others. */
  renew(standbys: number): void {
    this.#callable = undefined;
    this.#accounts.forget();
    this.#runtime.renew(standbys);
  }

  /** Ends every child, and the calls in them; one that has not begun yet is refused, as is every later one. */
  async close(): Promise<void> {
    await this.#runtime.close();
  }
}
