import type { Pace } from '../../../../services/exchange.ts';
import type { RealmHooks } from '../../hooks.ts';

/** Milliseconds between two looks at whether the call is over. */
const look = 1_000;

/** Calls `onEnd` when a body of that pace is there; answers how to stop waiting. */
export function whenArrived(hooks: RealmHooks, pace: Pace | undefined, onEnd: () => void): () => void {
  if (!pace) {
    onEnd();
    return () => undefined;
  }
  const timer = pace.kind === 'slow' ? setTimeout(onEnd, pace.duration) : waitForEver(hooks);
  return () => clearTimeout(timer);
}

/**
 * An open connection keeps a function's event loop going, so a body that never ends needs something that does too; it
 * stops by itself when the instance is in its next call.
 */
function waitForEver(hooks: RealmHooks): NodeJS.Timeout {
  const account = hooks.account();
  const timer = setInterval(() => {
    if (hooks.account() !== account) clearInterval(timer);
  }, look);
  return timer;
}
