/** Nobody knows whether the token is good; `retryAfter` is in seconds. */
export class KeysUnavailable extends Error {
  readonly retryAfter: number;

  constructor(cause: unknown, reason = 'the keys of Sentinel are out of reach', retryAfter = 1) {
    super(reason, { cause });
    this.name = 'KeysUnavailable';
    this.retryAfter = retryAfter;
  }
}

/**
 * No key is known of that name, and they have been looked at within `cooldown` milliseconds: it may have come up since, but
 * strangers' tokens must not have Sentinel asked all the time.
 */
export function keyMayBeNew(cooldown: number): KeysUnavailable {
  const reason = 'its key may be new, and keys are looked at again in a moment';
  return new KeysUnavailable(undefined, reason, Math.ceil(cooldown / 1_000));
}
