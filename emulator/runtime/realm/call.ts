import type { Generation } from '../../platform/generations.ts';
import type { Answer } from '../protocol.ts';
import { describe } from './describe.ts';
import { findLosses } from './losses.ts';
import { ownJson, parse, stringify } from './own-json.ts';

/** One call of the handler. */
interface Call {
  lambda: unknown;
  generation: Generation;
  /** JSON text. */
  input: string;
  /** Bytes from which on an answer is not sent. */
  answerSize: number;
  warn: ((...args: unknown[]) => void) | undefined;
}

/** The answer as JSON text, and how many answers the handler has given so far. */
export type Settled = (answer: string, answers: number) => void;

type Callback = (error: unknown, result?: unknown) => void;

/**
 * Calls the handler as its generation asks: v1 answers through the callback alone, v2 with what it returns. `settle`
 * is called once for each answer that the handler gives, so that a second one can be told.
 */
export function call(one: Call, settle: Settled): void {
  let answers = 0;
  const answer = (given: Answer) => settle(ownJson(given), (answers += 1));
  const succeed = (result: unknown) => answer(serialize(result, one.answerSize));
  const fail = (thrown: unknown) => answer({ kind: 'error', error: describe(thrown) });

  try {
    const input: unknown = parse(one.input);
    if (one.generation === 'v1') callWithCallback(one, input, succeed, fail);
    else void callForValue(one, input, succeed, fail);
  } catch (error) {
    fail(error);
  }
}

/** Waits by `await`, which needs nothing that a function could have changed. */
async function callForValue(
  one: Call,
  input: unknown,
  succeed: (r: unknown) => void,
  fail: (e: unknown) => void,
): Promise<void> {
  let result: unknown;
  try {
    result = await (one.lambda as (input: unknown) => unknown)(input);
  } catch (error) {
    return fail(error);
  }
  return succeed(result);
}

/** A rejected promise counts as a failure too; a fulfilled one says nothing: only the callback answers. */
function callWithCallback(
  one: Call,
  input: unknown,
  succeed: (r: unknown) => void,
  fail: (e: unknown) => void,
): void {
  const callback: Callback = (error, result) => {
    if (error === null || error === undefined) return succeed(result);
    if (typeof error !== 'object' || !('message' in error)) warnOfFormat(one, error);
    return fail(error);
  };
  const returned = (one.lambda as (input: unknown, callback: Callback) => unknown)(input, callback);
  if (typeof (returned as PromiseLike<unknown> | undefined)?.then === 'function') {
    (returned as PromiseLike<unknown>).then(undefined, fail);
  }
}

/** The platform logs this itself. Source: github.com/LivePersonInc/faas-cli bin/example/bin/rewire.js (v1). */
function warnOfFormat(one: Call, originalFailure: unknown): void {
  one.warn?.('Received error in an incorrect format. Please provide an error object to the callback.', {
    originalFailure,
  });
}

function serialize(result: unknown, answerSize: number): Answer {
  let json: string | undefined;
  try {
    json = stringify(result);
  } catch (error) {
    const message = firstLine(describe(error).message);
    return { kind: 'unserializable', losses: findSafely(result), message };
  }
  if (json === undefined) return { kind: 'result', losses: findSafely(result) };
  if (json.length > answerSize) return { kind: 'too-large', size: json.length };
  return { kind: 'result', json, losses: findSafely(result) };
}

/** A getter that throws makes the search fail, as does a function that has broken what every array has. */
function findSafely(result: unknown): ReturnType<typeof findLosses> {
  try {
    return findLosses(result);
  } catch {
    return [];
  }
}

/** V8 draws a circle over several lines; the path of the loss says the same. */
function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
