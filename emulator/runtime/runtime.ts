import type { ChildProcess } from 'node:child_process';
import { type Guardian, startGuardian } from './guardian.ts';
import { type CallReport, Instance } from './instance.ts';
import type { Outside } from './outside.ts';
import { Pool } from './pool.ts';
import type { Engine, LoadMessage } from './protocol.ts';
import { startChild } from './spawn.ts';
import { watchInstances } from './watch.ts';

/** One call of one bundle. */
export interface RuntimeRequest {
  /** Requests of the same key share instances. */
  key: string;
  load: LoadMessage;
  /** JSON text. */
  input: string;
  /** What the function reaches outside of itself. */
  outside: Outside;
  /** Milliseconds after which the instance is killed. */
  deadline: number;
  /** Resident bytes beyond which the instance is killed. */
  memory: number;
  /** A fresh instance for this call alone. */
  cold: boolean;
  /** Whether another call waits for this one: it gets an instance at once, lest the two wait for each other. */
  nested?: boolean;
}

/** What came of it; `coldStart` is 0 for a warm start. */
export interface RuntimeReport extends CallReport {
  start: 'cold' | 'warm';
  coldStart: number;
}

/** How a runtime starts its children. */
export interface RuntimeOptions {
  engine: Engine;
  /** Heap cap of every instance, in bytes. */
  memory: number;
  /** Instances of one bundle that may run side by side. */
  instances: number;
  /** A child that was started ahead. */
  early?: ChildProcess | undefined;
  /** Whether a debugger looks on. */
  inspected?: boolean;
}

/**
 * Runs bundles in children: a warm one where there is one, otherwise a standby, otherwise a new one. A standby is made
 * while a call runs long, so that after a kill the next call finds it ready, and whenever cold starts are asked for.
 */
export class Runtime {
  readonly #options: RuntimeOptions;
  readonly #pools = new Map<string, Pool>();
  readonly #instances = new Set<Instance>();
  readonly #standbys: Instance[] = [];
  readonly #watch = watchInstances({
    onWork: () => this.#startGuardian(),
    onLong: () => this.#keepStandby(),
  });
  #guardian: Guardian | undefined;
  #closed = false;

  constructor(options: RuntimeOptions) {
    this.#options = options;
    if (options.early) this.#standbys.push(this.#adopt(options.early));
  }

  /** Starts children ahead of the calls that will need them. */
  startAhead(count: number): void {
    for (let started = 0; started < count; started += 1) this.#standbys.push(this.#start());
  }

  /** Ends every instance that holds a bundle, and sees to it that `standbys` empty ones are ready. */
  renew(standbys: number): void {
    for (const instance of this.#instances) if (!this.#standbys.includes(instance)) instance.kill();
    this.#pools.clear();
    const alive = this.#standbys.filter((standby) => standby.alive);
    this.#standbys.splice(0, this.#standbys.length, ...alive);
    while (this.#standbys.length < standbys) this.#addStandby();
  }

  /** Throws once this is closed, also where the call was waiting for an instance. */
  async invoke(request: RuntimeRequest): Promise<RuntimeReport> {
    if (request.cold) return this.#runAlone(request);
    const pool = this.#poolOf(request.key);
    const free = await pool.acquire(request.nested);
    let instance = free;
    try {
      instance ??= this.#next();
      const report = await this.#run(instance, request, !free);
      if (!instance.missed) return report;
    } finally {
      pool.release(instance);
    }
    return this.invoke(request);
  }

  /** Ends every child and waits until they are gone; no other is started. */
  async close(): Promise<void> {
    this.#closed = true;
    const all = [...this.#instances];
    for (const instance of all) instance.kill();
    this.#guardian?.stop();
    await Promise.all(all.map(({ exited }) => exited));
  }

  async #runAlone(request: RuntimeRequest): Promise<RuntimeReport> {
    const fresh = this.#next();
    this.#keepStandby();
    try {
      return await this.#run(fresh, request, true);
    } finally {
      fresh.kill();
    }
  }

  async #run(instance: Instance, request: RuntimeRequest, cold: boolean): Promise<RuntimeReport> {
    const { load, input, outside, deadline, memory } = request;
    this.#watch.add(instance, memory);
    // A child that waits for a debugger hears nothing else, and that it waits is told by itself, before any look.
    if (this.#options.inspected) this.#startGuardian();
    try {
      const failed = cold ? await instance.load(load, deadline, outside) : undefined;
      const report = failed ?? (await instance.invoke(input, outside, deadline));
      if (report.end.kind !== 'answer') instance.kill();
      return { ...report, start: cold ? 'cold' : 'warm', coldStart: cold ? instance.coldStart : 0 };
    } finally {
      this.#watch.remove(instance);
    }
  }

  #poolOf(key: string): Pool {
    const pool = this.#pools.get(key) ?? new Pool(this.#options.instances);
    this.#pools.set(key, pool);
    return pool;
  }

  #next(): Instance {
    for (let standby = this.#standbys.shift(); standby; standby = this.#standbys.shift()) {
      if (standby.alive) return standby;
    }
    return this.#start();
  }

  #keepStandby(): void {
    // A call under a debugger takes long and is the only one.
    if (this.#options.inspected || this.#standbys.some(({ alive }) => alive)) return;
    this.#addStandby();
  }

  #addStandby(): void {
    const standby = this.#start();
    standby.prepare(this.#options.engine);
    this.#standbys.push(standby);
  }

  /** Calls that are over at once need no guardian; from the first look on every child has one. */
  #startGuardian(): void {
    this.#guardian ??= startGuardian([...this.#instances].flatMap(({ child: { pid } }) => pid ?? []));
  }

  #guard({ child: { pid } }: Instance): void {
    if (pid !== undefined) this.#guardian?.watch(pid);
  }

  #start(): Instance {
    if (this.#closed) throw new Error('the invoker is closed: it calls no function any more');
    const { engine, memory, inspected = false } = this.#options;
    return this.#adopt(startChild(engine, memory, inspected));
  }

  #adopt(child: ChildProcess): Instance {
    const instance = new Instance(child);
    this.#instances.add(instance);
    this.#guard(instance);
    void instance.exited.then(() => this.#instances.delete(instance));
    return instance;
  }
}
