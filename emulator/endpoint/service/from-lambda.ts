import type { FunctionInput, RunFunction } from './run-function.ts';

/** The handler of a function of either generation: it returns its answer, or hands it to a callback. */
export type Lambda = (input: FunctionInput, callback?: (error: unknown, answer?: unknown) => void) => unknown;

/**
 * Runs `lambda` in this process. One with a second parameter answers by it alone, once; what it does afterwards is lost.
 * A promise that it returns may reject. One that is fulfilled says nothing: the callback may still be called.
 */
export function fromLambda(lambda: Lambda): RunFunction {
  return (input) =>
    new Promise((resolve, reject) => {
      if (lambda.length < 2) return resolve(lambda(input));
      const returned = lambda(input, (error, answer) =>
        error === null || error === undefined ? resolve(answer) : reject(error),
      );
      Promise.resolve(returned).catch(reject);
    });
}

/** Runs `lambda` as functions of today are run: without a callback, whether it has a parameter for one or not. */
export function fromReturning(lambda: Lambda): RunFunction {
  return fromLambda((input) => lambda(input));
}
