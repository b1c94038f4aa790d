import type { Generation } from './generations.ts';

/** How a function, or a call of one, can fail, as the platform tells it apart. */
export type Failure = 'threw' | 'runtime' | 'deadline' | 'log-limit' | 'general' | 'not-found' | 'bad-input';

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
  'not-found': {
    v1: 'com.liveperson.faas.es.missinglambda',
    v2: 'com.liveperson.faas.function.not-found',
  },
  'bad-input': { v1: 'com.liveperson.faas.es.badinput', v2: 'com.liveperson.faas.evg.invalid' },
};

/**
 * Codes that an invocation fails with on v1, and what v2 says instead. Sources: as above.
 */
export const renamedCodes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(failureCodes).map(({ v1, v2 }) => [v1, v2])),
  'com.liveperson.faas.es.missinglambda': 'com.liveperson.faas.function.not-found',
  'com.liveperson.faas.es.notdeployed': 'com.liveperson.faas.function.not-found',
  'com.liveperson.faas.es.badinput': 'com.liveperson.faas.evg.invalid',
  'com.liveperson.faas.es.unavailable': failureCodes.general.v2,
  'com.liveperson.faas.fm.general': failureCodes.general.v2,
  'com.liveperson.faas.fm.unavailable': failureCodes.general.v2,
};

/**
 * Error classes that the platform counts as a JavaScript runtime error; it compares the constructor exactly, so
 * `RangeError` and subclasses are the function's own failure.
 * Source: github.com/LivePersonInc/faas-cli bin/example/bin/rewire.js.
 */
export const runtimeErrorNames: readonly string[] = ['TypeError', 'SyntaxError', 'ReferenceError'];
