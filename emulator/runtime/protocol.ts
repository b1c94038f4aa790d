import type { LogLevel } from '../platform/console.ts';
import type { Generation } from '../platform/generations.ts';
import type { Ask } from './outside.ts';

/** How the bundle's text is run: in the instance's own realm, or in vm2's strict sandbox. */
export type Engine = 'node' | 'vm2';

/** What an instance is given to become a function; sent once. */
export interface LoadMessage {
  type: 'load';
  /** The bundle as a script: a v2 module's imports are bound by `require`, every line where it was. */
  script: string;
  /** Name that stands in the stack for the script. */
  filename: string;
  generation: Generation;
  engine: Engine;
  environment: Record<string, string>;
  limits: { logEntries: number; logCharacters: number; answerSize: number };
  /** Whether the toolbelt and the platform's libraries are stand-ins that take everything; the strict engine only. */
  standIns: boolean;
  /** Given when a debugger looks on. */
  inspect?: Inspect;
}

/** How a debugger gets in. */
export interface Inspect {
  /** Port of 127.0.0.1; 0 for any that is free. */
  port: number;
  /** The script's source map as a URL; absent for text that is its own source. */
  map?: string;
  /** Lines of the script (from 0), before the first of which it stops; absent where breakpoints alone stop it. */
  stopAt?: number[];
}

/** One call; `input` is JSON text, parsed where the function lives. */
export interface InvokeMessage {
  type: 'invoke';
  id: number;
  input: string;
  /** The imitated account that the call runs in. */
  account: number;
}

/** The host's word on something that the instance asked; JSON text. */
export interface ReplyMessage {
  type: 'reply';
  key: number;
  reply: string;
}

/** All that the host says to an instance. */
export type HostMessage = LoadMessage | InvokeMessage | ReplyMessage | { type: 'prepare'; engine: Engine };

/** An error as far as text can carry it. `thrown` is set when what was thrown is no Error. */
export interface ThrownError {
  name: string;
  message: string;
  stack: string;
  thrown?: string;
}

/** A part of the answer that JSON does not carry as it was. */
export interface Loss {
  path: string;
  what: string;
}

/** What came of one call, as the realm of the function tells it. `json` is absent for an answer of `undefined`. */
export type Answer =
  | { kind: 'result'; json?: string; losses: Loss[] }
  | { kind: 'too-large'; size: number }
  | { kind: 'unserializable'; losses: Loss[]; message: string }
  | { kind: 'error'; error: ThrownError }
  | { kind: 'no-answer' };

/** Milliseconds and bytes measured inside the instance around one call. */
export interface Measures {
  wall: number;
  active: number;
  waiting: number;
  heap: number;
  external: number;
}

/** One log entry as the instance tells it; `at` is milliseconds since the call began. */
export interface ChildLog {
  level: LogLevel;
  message: string;
  /** JSON text of an array. */
  extras: string;
  at: number;
}

/** All that an instance says to the host; a `coldStart` is milliseconds, an `id` that of a call. */
export type ChildMessage =
  /** The function's own code begins to run: what came before was the start of the instance. */
  | { type: 'begun' }
  | { type: 'loaded'; coldStart: number }
  | { type: 'load-failed'; coldStart: number; error: ThrownError }
  | { type: 'log'; id: number; log: ChildLog }
  | { type: 'ask'; key: number; ask: Ask }
  /** The function does not wait any longer for what it asked. */
  | { type: 'give-up'; key: number }
  | AnswerMessage
  | { type: 'fatal'; id: number; error: ThrownError; reason: FatalReason };

/** Why an instance gave up by itself: an error that nobody caught, a rejection that nobody handled, `process.exit`. */
export type FatalReason = 'uncaught' | 'unhandled' | 'exit';

/** The end of a call. */
export interface AnswerMessage {
  type: 'answer';
  id: number;
  /** JSON text of an `Answer`. */
  answer: string;
  /** How often the handler answered. */
  answers: number;
  /** Log entries beyond what the platform takes. */
  droppedLogs: number;
  measures: Measures;
}
