import type { Generation } from './generations.ts';

/** How a function can fail, as the platform tells it apart. */
export type Failure = 'threw' | 'runtime' | 'deadline' | 'log-limit' | 'general';

/**
 * The platform's error code for each way to fail. Sources:
 * developers.liveperson.com/liveperson-functions-foundations-error-codes.html and its v2 twin,
 * github.com/LivePersonInc/faas-client-node src/client/baseClient.ts.
 */
export const failureCodes: Record<Failure, Record<Generation, string>> = {
  threw: {
    v1: 'com.liveperson.faas.handler.custom-failure',
    v2: 'com.customer.faas.function.threw-error',
  },
  runtime: {
    v1: 'com.liveperson.faas.handler.runtime-exception',
    v2: 'com.customer.faas.function.js-runtime-error',
  },
  deadline: {
    v1: 'com.liveperson.faas.handler.executiontime-exceeded',
    v2: 'com.customer.faas.function.execution-exceeded',
  },
  'log-limit': {
    v1: 'com.liveperson.faas.handler.log-limit-reached',
    v2: 'com.liveperson.faas.function.runtime.limit-reached',
  },
  general: { v1: 'com.liveperson.faas.es.general', v2: 'com.liveperson.faas.evg.general' },
};

/**
 * Error classes that the platform counts as a JavaScript runtime error; it compares the constructor exactly, so
 * `RangeError` and subclasses are the function's own failure.
 * Source: github.com/LivePersonInc/faas-cli bin/example/bin/rewire.js.
 */
export const runtimeErrorNames: readonly string[] = ['TypeError', 'SyntaxError', 'ReferenceError'];
