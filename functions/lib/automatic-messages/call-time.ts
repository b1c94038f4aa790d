import type { Input } from '../events/input';
import { timestamp } from './timestamp';

/**
 * When the function was called, in milliseconds since 1970. The platform says so; lpf's remote test says 0 and its local
 * runner nothing. Source: github.com/LivePersonInc/faas-cli src/service/faas.service.ts.
 */
export function callTime(input: Input<unknown>): number {
  return timestamp(input.timestamp) ?? Date.now();
}
