/** Why the secret storage gives no secret: the ends of the toolbelt's own codes. */
export const secretFailures = [
  'not-found',
  'forbidden',
  'invalid-format',
  'op-failed',
  'op-timed-out',
  'auth-failed',
] as const;

/** One of them. */
export type SecretFailure = (typeof secretFailures)[number];
