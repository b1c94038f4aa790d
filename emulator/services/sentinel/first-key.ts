import { makeKey, type SigningKey } from './signing-key.ts';

let first: Promise<SigningKey> | undefined;
let stranger: Promise<SigningKey> | undefined;

/**
 * The key that every Sentinel of this process begins with, made when the first token is asked for: a function may keep a
 * token while it is warm, whichever account its next call has. This file is always loaded late, so that there is one of
 * it however many files of build/ hold a Sentinel.
 */
export async function firstKey(): Promise<SigningKey> {
  return (first ??= makeKey());
}

/** The same where it was made already: a token that cannot have been signed by it is no reason to make it. */
export async function firstKeyIfMade(): Promise<SigningKey | undefined> {
  return first;
}

/** A key that no Sentinel publishes. */
export async function strangersKey(): Promise<SigningKey> {
  return (stranger ??= makeKey());
}
