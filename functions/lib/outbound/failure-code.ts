import { field } from '../field';
import { identifier } from '../identifier';

/**
 * What a failure of a toolbelt client is known by: its code, else its name. Its message may hold what was sent, which has
 * no place in a log.
 */
export function failureCode(error: unknown): string {
  return identifier(field(error, 'code')) ?? (error instanceof Error ? error.name : 'unknown');
}
