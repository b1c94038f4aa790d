import type { FunctionInput, RunFunction } from './run-function.ts';

/** The handler of a function of either generation: it returns its answer, or hands it to a callback. */
export type Lambda = (input: FunctionInput, callback?: (error: unknown, answer?: unknown) => void) => unknown;

/** Runs `lambda` in this process. One with a second parameter answers by it, once; what it does afterwards is lost. */
export function fromLambda(lambda: Lambda): RunFunction {
  return (input) =>
    new Promise((resolve, reject) => {
      if (lambda.length < 2) return resolve(lambda(input));
      lambda(input, (error, answer) => (error ? reject(error) : resolve(answer)));
    });
}
