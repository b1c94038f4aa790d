import type { Generation } from './generations.ts';

/** The levels that a log entry can have on the platform. */
export type LogLevel = 'Debug' | 'Info' | 'Warn' | 'Error';

/**
 * The console methods that exist, and the level each logs at; calling any other one crashes the function. v2 has `log`
 * by its documentation, although the official local runner lacks it; v1 has no `log`.
 * Sources: developers.liveperson.com/liveperson-functions-v2-features-logging.html and
 * developers.liveperson.com/liveperson-functions-getting-started-monitoring.html.
 */
export const consoleMethods: Record<Generation, Readonly<Record<string, LogLevel>>> = {
  v1: { debug: 'Debug', info: 'Info', warn: 'Warn', error: 'Error' },
  v2: { debug: 'Debug', info: 'Info', log: 'Info', warn: 'Warn', error: 'Error' },
};
