import type { Failure } from '../platform/failures.ts';
import { failureCodes, runtimeErrorNames } from '../platform/failures.ts';
import type { Generation } from '../platform/generations.ts';
import type { Limits } from '../platform/limits.ts';
import type { FunctionEnd } from '../services/functions.ts';
import type { End } from '../runtime/instance.ts';
import type { FatalReason, Loss, ThrownError } from '../runtime/protocol.ts';
import { type Read, readAnswerText } from './answer.ts';
import type { InvocationError, Outcome } from './record.ts';
import { type StackReader, readFrames } from './frames.ts';

/** What the platform would have seen, and what the answer lost on the way. */
export interface Seen {
  outcome: Outcome;
  /** JSON text of the answer; absent when there was none. */
  json?: string;
  /** What that text says. */
  result?: unknown;
  error?: InvocationError;
  losses: Loss[];
  /** Bytes of an answer that was too large to be sent. */
  tooLarge?: number;
}

/** What an end is read with. */
export interface Eyes {
  generation: Generation;
  limits: Limits;
  stack: StackReader;
}

/** Reads the end of a call as the platform would have reported it. */
export function readEnd(end: End, eyes: Eyes): Seen {
  switch (end.kind) {
    case 'answer':
      return readAnswer(readAnswerText(end.message.answer), end.message.droppedLogs, eyes);
    case 'deadline':
      return failed('timeout', 'deadline', `no answer within ${eyes.limits.deadline} ms`, eyes);
    case 'memory':
      return failed('out-of-memory', 'general', memoryMessage(end.resident, eyes), eyes);
    case 'died':
      return readDeath(end, eyes);
    case 'load-failed':
      return failed('crashed', 'runtime', messageOf(end.error), eyes, end.error.stack);
    case 'fatal':
      return failed(
        'crashed',
        'runtime',
        `${messageOf(end.error)}${fatalNote[end.reason]}`,
        eyes,
        end.error.stack,
      );
    case 'loaded':
      return { outcome: 'ok', losses: [] };
  }
}

/** The end as whoever called the function sees it, secrets and all. */
export function endOf({ outcome, json, error }: Seen): FunctionEnd {
  if (error) return { kind: 'failed', code: error.code, message: error.message };
  return outcome === 'ok' ? { kind: 'answer', json } : { kind: 'not-found' };
}

function readAnswer(read: Read | null, droppedLogs: number, eyes: Eyes): Seen {
  if (droppedLogs > 0) {
    const { logEntries, logCharacters } = eyes.limits;
    const entries = droppedLogs === 1 ? '1 log entry' : `${droppedLogs} log entries`;
    const message = `${entries} beyond the limit of ${logEntries} entries and ${logCharacters} characters`;
    return failed('log-limit', 'log-limit', message, eyes);
  }
  if (read === null) return failed('crashed', 'runtime', unreadable, eyes);
  const { answer, result } = read;
  switch (answer.kind) {
    case 'result':
      return {
        outcome: 'ok',
        losses: answer.losses,
        ...(answer.json === undefined ? {} : { json: answer.json, result }),
      };
    case 'too-large':
      return { outcome: 'ok', losses: [], tooLarge: answer.size };
    case 'unserializable':
      return { ...failed('invalid-result', 'runtime', answer.message, eyes), losses: answer.losses };
    case 'no-answer':
      return failed('no-answer', 'deadline', 'nothing left to run, and no answer', eyes);
    case 'error':
      return readError(answer.error, eyes);
  }
}

const unreadable =
  'no answer that can be read: the function has changed built-ins of JavaScript that every answer needs';

function readError(error: ThrownError, eyes: Eyes): Seen {
  const runtime = runtimeErrorNames.includes(error.name);
  const failure = runtime ? 'runtime' : 'threw';
  return failed(runtime ? 'crashed' : 'failed', failure, messageOf(error), eyes, error.stack);
}

/** V8 gives up on a full heap with SIGABRT, or with exit code 134 where a shell stands between. */
function readDeath({ code, signal, stderr }: Extract<End, { kind: 'died' }>, eyes: Eyes): Seen {
  if (
    /heap out of memory|Array buffer allocation failed/.test(stderr) ||
    signal === 'SIGABRT' ||
    code === 134
  ) {
    return failed('out-of-memory', 'general', memoryMessage(null, eyes), eyes);
  }
  const how = signal ? `signal ${signal}` : `exit code ${code}`;
  return failed('crashed', 'runtime', `the instance ended with ${how}`, eyes);
}

function failed(outcome: Outcome, failure: Failure, message: string, eyes: Eyes, stack = ''): Seen {
  const error = {
    code: failureCodes[failure][eyes.generation],
    message,
    frames: readFrames(stack, eyes.stack),
  };
  return { outcome, error, losses: [] };
}

function messageOf({ message, thrown }: ThrownError): string {
  return thrown === undefined ? message : `threw ${thrown}, which is no Error`;
}

const fatalNote: Record<FatalReason, string> = {
  uncaught: ' (thrown after the handler had handed over, where nobody caught it)',
  unhandled: ' (a rejection that nobody handled)',
  exit: '',
};

function memoryMessage(resident: number | null, { limits }: Eyes): string {
  const MB = 1024 * 1024;
  const used = resident === null ? 'the heap is full' : `${Math.round(resident / MB)} MB in use`;
  return `${used}, ${Math.round(limits.memory / MB)} MB allowed`;
}
