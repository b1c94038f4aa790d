import type { Code } from '../errors.ts';
import { consoleMethods } from '../platform/console.ts';
import type { Generation } from '../platform/generations.ts';
import { limits } from '../platform/limits.ts';
import { isProvided } from '../platform/modules.ts';
import { adviceForNode } from './node-advice.ts';
import type { InvocationError, Outcome } from './record.ts';
import { adviceForFactory } from './toolbelt-advice.ts';

/** The complaint that stands for an outcome, and what to do about it. */
export interface Advice {
  code: Code;
  hint: string;
}

/** What to do about an outcome other than `ok`. */
export function adviceFor(
  outcome: Exclude<Outcome, 'ok'>,
  error: InvocationError,
  generation: Generation,
): Advice {
  switch (outcome) {
    case 'failed':
      return (
        adviceForModule(error, generation) ?? {
          code: 'function-failed',
          hint: 'catch what can fail and answer with a fallback: a failing function ends its caller’s chain',
        }
      );
    case 'crashed':
      return adviceForCrash(error, generation);
    case 'timeout':
      return {
        code: 'deadline-exceeded',
        hint: `look for an endless loop or a call without a time-out; the platform kills at its deadline (${limits.deadline.source[generation]})`,
      };
    case 'out-of-memory':
      return {
        code: 'memory-exceeded',
        hint: `keep less at a time; heap and Buffers count together (${limits.memory.source[generation]})`,
      };
    case 'log-limit':
      return {
        code: 'log-limit',
        hint: `log fewer or shorter entries (${limits.logEntries.source[generation]})`,
      };
    case 'no-answer':
      return { code: 'no-answer', hint: noAnswerHint[generation] };
    case 'invalid-result':
      return {
        code: 'invalid-result',
        hint: 'answer with plain JSON: no BigInt, no circular reference, no getter that throws',
      };
  }
}

function adviceForCrash(error: InvocationError, generation: Generation): Advice {
  const { message } = error;
  const method = /console\.(\w+) is not a function/.exec(message)?.[1];
  if (method) {
    const known = Object.keys(consoleMethods[generation]).join(', ');
    return { code: 'console-method', hint: `the platform’s console has ${known}, and nothing else` };
  }
  const module = adviceForModule(error, generation);
  if (module) return module;
  const factory = adviceForFactory(message, generation);
  if (factory !== undefined) return { code: 'function-crashed', hint: factory };
  const newer = adviceForNode(message, generation);
  if (newer !== undefined) return { code: 'function-crashed', hint: newer };
  if (message.startsWith('process.exit')) {
    return {
      code: 'function-crashed',
      hint: 'return an answer or throw an error; the process is not the function’s to end',
    };
  }
  if (message.startsWith('the instance ended with signal')) {
    return {
      code: 'function-crashed',
      hint: 'run it again: something outside of the function ended its process, as a system does that is short of memory',
    };
  }
  if (message.startsWith('fetch failed')) {
    return {
      code: 'function-crashed',
      hint: 'catch it and answer with a fallback: a request that gets no answer ends the call',
    };
  }
  return {
    code: 'function-crashed',
    hint: 'correct the line that is named; a JavaScript runtime error ends the call',
  };
}

/** A missing module ends the load or the call, as early as it is asked for. */
function adviceForModule({ message }: InvocationError, generation: Generation): Advice | undefined {
  const name = /^Cannot find module '([^']+)'/.exec(message)?.[1];
  if (name === undefined) return undefined;
  const hint = isProvided(name, generation)
    ? 'the platform provides it, the strict engine cannot: run the function with --engine node'
    : 'use what the platform offers, or let lpf-bundle inline an npm package';
  return { code: 'module-not-offered', hint };
}

const noAnswerHint: Record<Generation, string> = {
  v1: 'call the callback on every path, also after an error; what is returned does not count',
  v2: 'settle every promise that the handler awaits: give it a time-out or a rejection',
};
