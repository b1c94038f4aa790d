import type { ChildProcess } from 'node:child_process';
import type { Mock } from '../payload/mock.ts';
import { type CallReport, Instance } from './instance.ts';
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
  mocks: Mock[];
  /** Milliseconds after which the instance is killed. */
  deadline: number;
  /** Resident bytes beyond which the instance is killed. */
  memory: number;
  /** A fresh instance for this call alone. */
  cold: boolean;
}

/** What came of it; `coldStart` is 0 for a warm start. */
export interface RuntimeReport extends CallReport {
  start: 'cold' | 'warm';
  coldStart: number;
}

export interface RuntimeOptions {
  engine: Engine;
  /** Heap cap of every instance, in bytes. */
  memory: number;
  /** Instances of one bundle that may run side by side. */
  instances: number;
  /** A child that was started ahead. */
  early?: ChildProcess | undefined;
}

/**
 * Runs bundles in children: a warm one where there is one, otherwise the standby, otherwise a new one. A standby is
 * made while a call runs long, so that after a kill the next call finds it ready.
 */
export class Runtime {
  readonly #options: RuntimeOptions;
  readonly #pools = new Map<string, Pool>();
  readonly #instances = new Set<Instance>();
  readonly #watch = watchInstances(() => this.#keepStandby());
  #standby: Instance | undefined;

  constructor(options: RuntimeOptions) {
    this.#options = options;
    if (options.early) this.#standby = this.#adopt(options.early);
  }

  async invoke(request: RuntimeRequest): Promise<RuntimeReport> {
    if (request.cold) {
      const fresh = this.#next();
      const report = await this.#run(fresh, request, true);
      fresh.kill();
      return report;
    }
    const pool = this.#poolOf(request.key);
    const free = await pool.acquire();
    const instance = free ?? this.#next();
    const report = await this.#run(instance, request, !free);
    pool.release(instance);
    return report;
  }

  /** Ends every child and waits until they are gone. */
  async close(): Promise<void> {
    const all = [...this.#instances];
    for (const instance of all) instance.kill();
    await Promise.all(all.map(({ exited }) => exited));
  }

  async #run(instance: Instance, request: RuntimeRequest, cold: boolean): Promise<RuntimeReport> {
    const { load, input, mocks, deadline, memory } = request;
    this.#watch.add(instance, memory);
    const failed = cold ? await instance.load(load, deadline) : undefined;
    const report = failed ?? (await instance.invoke(input, mocks, deadline));
    this.#watch.remove(instance);
    if (report.end.kind !== 'answer') instance.kill();
    return { ...report, start: cold ? 'cold' : 'warm', coldStart: cold ? instance.coldStart : 0 };
  }

  #poolOf(key: string): Pool {
    const pool = this.#pools.get(key) ?? new Pool(this.#options.instances);
    this.#pools.set(key, pool);
    return pool;
  }

  #next(): Instance {
    const standby = this.#standby;
    this.#standby = undefined;
    return standby?.alive ? standby : this.#start();
  }

  #keepStandby(): void {
    if (this.#standby?.alive) return;
    this.#standby = this.#start();
    this.#standby.prepare(this.#options.engine);
  }

  #start(): Instance {
    return this.#adopt(startChild(this.#options.engine, this.#options.memory));
  }

  #adopt(child: ChildProcess): Instance {
    const instance = new Instance(child);
    this.#instances.add(instance);
    void instance.exited.then(() => this.#instances.delete(instance));
    return instance;
  }
}
