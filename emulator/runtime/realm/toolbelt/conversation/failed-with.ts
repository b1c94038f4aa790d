import { ToolBeltError } from '../errors.ts';
import { NetworkFailure } from '../host/failures.ts';

/** What a utility of v2 throws for what went wrong inside of it: the toolbelt's own errors as they are. */
export function failedWith(
  thrown: unknown,
  fault: (message: string) => ToolBeltError,
  about = '',
): ToolBeltError {
  if (thrown instanceof ToolBeltError) return thrown;
  if (thrown instanceof NetworkFailure) return fault(`fetch failed. Cause: ${thrown.message}`);
  return fault(`${about}${thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : 'unknown'}`);
}
