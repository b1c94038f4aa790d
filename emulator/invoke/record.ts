import type { Finding, Where } from '../errors.ts';
import type { Generation } from '../platform/generations.ts';
import type { Engine } from '../runtime/protocol.ts';
import type { ServiceChange } from '../services/change.ts';
import type { LogLevel } from '../platform/console.ts';

/**
 * What the platform would have seen: an answer; the function's own error; a JavaScript runtime error; killed at the
 * deadline; killed for memory; too many logs; nothing left to run and no answer; an answer that JSON cannot carry.
 */
export type Outcome =
  'ok' | 'failed' | 'crashed' | 'timeout' | 'out-of-memory' | 'log-limit' | 'no-answer' | 'invalid-result';

/** One line of a stack, in the source where a map was at hand. Lines and columns count from 1. */
export interface Frame {
  function: string | null;
  file: string;
  line: number;
  column: number;
}

/** The frame's place, as a finding has it. */
export function whereOf({ file, line, column }: Frame): Where {
  return { file, line, column };
}

/** The error in the platform's code and words, with the stack that the platform hides. */
export interface InvocationError {
  code: string;
  message: string;
  frames: Frame[];
}

/** One log entry; `at` is milliseconds since the invocation began. */
export interface LogEntry {
  level: LogLevel;
  message: string;
  extras: unknown[];
  at: number;
}

/**
 * One outbound request; `start` is milliseconds since the invocation began, `duration` milliseconds; `status` is null
 * when no answer came.
 */
export interface OutboundCall {
  method: string;
  url: string;
  status: number | null;
  source: 'mock' | 'service' | 'replay' | 'live' | 'refused';
  start: number;
  duration: number;
  error?: string;
}

/** Milliseconds each; `null` where nothing could be measured, because the instance was killed or ended by itself. */
export interface Timings {
  /** Start of the instance and load of the bundle; 0 for a warm start. */
  coldStart: number;
  /** From handing over the input to having the answer, inside the instance. */
  wall: number;
  /** CPU time of the instance during the call. */
  active: number | null;
  /** Time with nothing to run: the function waited for outbound calls or timers. */
  waiting: number | null;
  /** Projection to the platform: `waiting + active / CPU share`. */
  projected: number | null;
}

/** Bytes each: the highest values sampled during the call. */
export interface Memory {
  heapPeak: number;
  externalPeak: number;
}

/** Our judgement beside the platform's: an answer after 1.4 s is `ok` and does not pass. */
export interface Verdict {
  pass: boolean;
  findings: Finding[];
}

/** Every run of a function, from any command, is one of these: the public contract of `--json`, JUnit and the API. */
export interface InvocationRecord {
  id: string;
  function: string;
  generation: Generation;
  engine: Engine;
  event: string | null;
  /** Name or file of the payload. */
  payload: string;
  bundle: { hash: string; characters: number };
  start: 'cold' | 'warm';
  outcome: Outcome;
  result?: unknown;
  error?: InvocationError;
  logs: LogEntry[];
  calls: OutboundCall[];
  /** What the function changed in the imitated account. */
  services: ServiceChange[];
  /** The records of the functions that it called, where it called any. */
  called?: InvocationRecord[];
  timings: Timings;
  memory: Memory;
  /** Wall milliseconds of each attempt, when a breach of the budget led to repeats; this record is the best of them. */
  attempts?: number[];
  verdict: Verdict;
}
