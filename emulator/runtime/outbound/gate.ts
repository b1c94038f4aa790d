import { isAllowed } from './allowlist.ts';
import type { HttpAsk } from '../outside.ts';
import type { RequestRate } from './rate.ts';
import { notAllowed, type Refusal, tooMany } from './refusal.ts';

/** What the platform lets out of a function. */
export interface Gate {
  /** Hosts that may be called; every host where it is missing, as on v2. */
  allowlist?: readonly string[] | undefined;
  rate: RequestRate;
}

/** Why the platform lets a request not through; `undefined` when it does. */
export function refusalAt({ allowlist, rate }: Gate, { request, connected }: HttpAsk): Refusal | undefined {
  if (allowlist && !isAllowed(new URL(request.url).hostname, allowlist)) {
    return notAllowed(request, connected === true);
  }
  return rate.admit() ? undefined : tooMany(request, rate.limit);
}
