import type { Account } from './account.ts';
import type { FunctionPort } from './functions.ts';

/**
 * An account as one call of a function has it: it knows the functions that this call may call, and its changes are those
 * since now, timed from the call's beginning. Calls that share an account see each other's changes.
 */
export function duringCall(account: Account, functions: FunctionPort): Account {
  const before = account.changes.length;
  let began = 0;
  /** Times of the account itself are absolute, because calls that overlap begin at different moments. */
  const clock = (now: () => number): (() => number) => {
    began = performance.now() - now();
    return () => performance.now();
  };
  return {
    id: account.id,
    get changes() {
      return account.changes.slice(before).map((change) => ({ ...change, at: change.at - began }));
    },
    get updatedSecrets() {
      return account.updatedSecrets;
    },
    answer: (request, call) => account.answer(request, { ...call, now: clock(call.now), functions }),
    secret: (ask, now) => account.secret(ask, clock(now)),
    advance: (milliseconds) => account.advance(milliseconds),
  };
}
