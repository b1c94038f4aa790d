import { type Log, factsOf } from './log.ts';

/** What a function leaves behind, such as a promise that nobody waits for, must not end the answers to others. */
export function surviveFunctions(log: Log): void {
  process.on('unhandledRejection', (error) => log('error', 'unhandled rejection', factsOf(error, 'info')));
  process.on('uncaughtException', (error) => log('error', 'uncaught exception', factsOf(error, 'info')));
}
