import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { type Bundle } from '../bundle/bundle.ts';
import type { Generation } from '../platform/generations.ts';
import { type Limits, limitsOf } from '../platform/limits.ts';
import type { Payload } from '../payload/payload.ts';
import type { FunctionSource } from '../project/function-source.ts';
import type { Settings } from '../project/settings.ts';
import { createAccount } from '../services/create.ts';
import type { Engine } from '../runtime/protocol.ts';
import { Network } from '../runtime/outbound/network.ts';
import { Runtime } from '../runtime/runtime.ts';
import { AnswerJudge } from './answer-judge.ts';
import { type Loadable, makeLoadable } from './loadable.ts';
import { type Scrubber, scrubberOf } from './secrets.ts';
import { toRecord } from './to-record.ts';
import type { InvocationRecord } from './record.ts';

/** How an invoker runs bundles. */
export interface InvokerOptions {
  settings: Settings;
  engine?: Engine;
  /** Limits in place of the platform's own, in each limit's unit. */
  limits?: Partial<Limits>;
  /** Instances of one bundle that may run side by side; as many as there are processors where it is missing. */
  instances?: number;
  /** A child that was started ahead by `startChild`. */
  early?: ChildProcess | undefined;
}

/** One invocation: a bundle, the function it comes from, and what it is fed. */
export interface Invocation {
  bundle: Bundle;
  source: FunctionSource;
  payload: Payload;
  /** A fresh instance for this call alone. */
  cold?: boolean;
}

/** Runs bundles and answers with records. Close it, or its children keep the process alive. */
export class Invoker {
  readonly #engine: Engine;
  readonly #limits: Record<Generation, Limits>;
  readonly #settings: Settings;
  readonly #runtime: Runtime;
  readonly #judge = new AnswerJudge();
  readonly #newScrubber: () => Scrubber;
  readonly #loadables = new WeakMap<Bundle, Promise<Loadable>>();

  constructor({
    settings,
    engine = 'node',
    limits = {},
    instances = availableParallelism(),
    early,
  }: InvokerOptions) {
    this.#engine = engine;
    this.#settings = settings;
    this.#judge.load();
    this.#newScrubber = scrubberOf(settings.secrets);
    this.#limits = { v1: limitsOf('v1', limits), v2: limitsOf('v2', limits) };
    const memory = Math.max(this.#limits.v1.memory, this.#limits.v2.memory);
    this.#runtime = new Runtime({ engine, memory, instances, early });
  }

  /** One invocation, run and judged. */
  async invoke({ bundle, source, payload, cold = false }: Invocation): Promise<InvocationRecord> {
    const limits = this.#limits[bundle.generation];
    const { load, stack } = await this.#loadable(bundle, source);
    const network = new Network(
      payload.mocks,
      createAccount({ settings: this.#settings, generation: bundle.generation, limits }),
    );
    const report = await this.#runtime.invoke({
      key: `${bundle.generation} ${bundle.function} ${bundle.hash}`,
      load,
      input: JSON.stringify({ timestamp: Date.now(), ...payload.input }),
      outside: network,
      deadline: limits.deadline,
      memory: limits.memory,
      cold,
    });
    const { event } = source.config;
    const scrubber = this.#newScrubber();
    const known = {
      bundle,
      event,
      payload,
      engine: this.#engine,
      limits,
      stack,
      scrubber,
      outside: network,
    };
    return toRecord(report, known, (json, result) =>
      this.#judge.judge({ event, generation: bundle.generation, payload, json, result }),
    );
  }

  /** Starts children ahead, while there is still something else to do; one for each bundle that will be run. */
  startAhead(count: number): void {
    this.#runtime.startAhead(count);
  }

  /** Lets go of every bundle that was run, and keeps so many empty instances ready for others. */
  renew(standbys: number): void {
    this.#runtime.renew(standbys);
  }

  /** Ends every child. */
  async close(): Promise<void> {
    await this.#runtime.close();
  }

  #loadable(bundle: Bundle, { config }: FunctionSource): Promise<Loadable> {
    const known = this.#loadables.get(bundle);
    if (known) return known;
    const made = makeLoadable(bundle, {
      engine: this.#engine,
      limits: this.#limits[bundle.generation],
      environment: Object.fromEntries(config.environmentVariables.map(({ key, value }) => [key, value])),
    });
    this.#loadables.set(bundle, made);
    return made;
  }
}
