/** What can be wrong with a token, each by itself: everything else about it is good. */
export const tokenFaults = [
  'expired',
  'not-yet-valid',
  'wrong-issuer',
  'wrong-scope',
  'no-scope',
  'wrong-account',
  'unknown-key',
  'wrong-signature',
  'alg-none',
  'alg-hs256',
] as const;

/** The name of one of them. */
export type TokenFault = (typeof tokenFaults)[number];
