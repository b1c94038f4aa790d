import { performance } from 'node:perf_hooks';
import { cpuUsage } from 'node:process';
import { getHeapStatistics } from 'node:v8';
import type { LogLevel } from '../../platform/console.ts';
import type { ChildMessage, InvokeMessage, LoadMessage, Measures } from '../protocol.ts';
import { tell } from './channel.ts';

/** One call while it is open: its clock, its log quota, and how often it has been answered. */
export class Call {
  readonly id: number;
  readonly account: number;
  readonly began = performance.now();
  answers = 0;
  #limits: LoadMessage['limits'];
  #entries = 0;
  #characters = 0;
  #dropped = 0;
  #measures: Measures | undefined;
  readonly #excluded = { wall: 0, active: 0 };
  readonly #cpu = cpuUsage();
  readonly #loop = performance.eventLoopUtilization();
  readonly #memory = getHeapStatistics();

  constructor({ id, account }: InvokeMessage, limits: LoadMessage['limits']) {
    this.id = id;
    this.account = account;
    this.#limits = limits;
  }

  get answered(): boolean {
    return this.#measures !== undefined;
  }

  /** Sends a log entry on, or counts it when the call has used up what the platform takes. */
  log(level: LogLevel, message: string, extras: string): void {
    this.#entries += 1;
    this.#characters += message.length + extras.length;
    const { logEntries, logCharacters } = this.#limits;
    if (this.#entries > logEntries || this.#characters > logCharacters) this.#dropped += 1;
    else
      tell({ type: 'log', id: this.id, log: { level, message, extras, at: performance.now() - this.began } });
  }

  /** Does work of the emulator's own that falls into the call: its time is not the function's. */
  exclude(work: () => void): void {
    const began = performance.now();
    const cpu = cpuUsage();
    work();
    this.#excluded.wall += performance.now() - began;
    this.#excluded.active += milliseconds(cpuUsage(cpu));
  }

  /** Takes the measures; what runs on afterwards is not part of the call. */
  stop(): void {
    const wall = performance.now() - this.began - this.#excluded.wall;
    const active = milliseconds(cpuUsage(this.#cpu)) - this.#excluded.active;
    const after = getHeapStatistics();
    this.#measures = {
      wall,
      active: Math.max(0, active),
      waiting: Math.min(wall, performance.eventLoopUtilization(this.#loop).idle),
      heap: Math.max(this.#memory.used_heap_size, after.used_heap_size),
      external: Math.max(this.#memory.external_memory, after.external_memory),
    };
  }

  /** What the host is told; `answer` is JSON text. */
  report(answer: string): ChildMessage {
    const measures = this.#measures ?? { wall: 0, active: 0, waiting: 0, heap: 0, external: 0 };
    return {
      type: 'answer',
      id: this.id,
      answer,
      answers: this.answers,
      droppedLogs: this.#dropped,
      measures,
    };
  }
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
