import { sign as signBytes, verify } from 'node:crypto';
import { promisify } from 'node:util';
import type { SigningKey } from './signing-key.ts';

/** The header of a token, as the documentation's sample has it. */
export interface TokenHeader {
  kid: string;
  typ: 'JWT';
  alg: string;
}

/**
 * What a token says; times in epoch seconds. Source: the decoded sample of
 * developers.liveperson.com/connector-api-send-api-authorization-and-authentication.html.
 */
export interface TokenClaims {
  /** The account. */
  aud: string;
  /** The client. */
  azp: string;
  scope?: string | undefined;
  iss: string;
  exp: number;
  iat: number;
  /** Not in the sample: only a token that is not valid yet has it. */
  nbf?: number;
}

/** A token taken apart; nothing of it is believed yet. */
export interface ReadToken {
  header: Partial<TokenHeader>;
  claims: Partial<TokenClaims>;
  content: string;
  signature: Buffer;
}

const signOnAnotherThread = promisify<string, Buffer, SigningKey['privateKey'], Buffer>(signBytes);

/** Header and claims as they are signed. */
export function contentOf(header: TokenHeader, claims: TokenClaims): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

/** The last token of each key: every account that asks for the same in the same second gets the same, as RS256 has it. */
const lastSigned = new WeakMap<SigningKey, { content: string; token: Promise<string> }>();

/** A token of `content` with its signature by RS256. */
export function signed(content: string, key: SigningKey): Promise<string> {
  const last = lastSigned.get(key);
  if (last?.content === content) return last.token;
  const token = sign(content, key);
  lastSigned.set(key, { content, token });
  return token;
}

async function sign(content: string, { privateKey }: SigningKey): Promise<string> {
  const signature = await signOnAnotherThread('sha256', Buffer.from(content), privateKey);
  return `${content}.${signature.toString('base64url')}`;
}

/** The parts of `token`; `undefined` where it is none. */
export function readToken(token: string): ReadToken | undefined {
  const [head = '', body = '', signature = '', ...more] = token.split('.');
  const [header, claims] = [objectIn(head), objectIn(body)];
  if (!header || !claims || more.length > 0) return undefined;
  return { header, claims, content: `${head}.${body}`, signature: Buffer.from(signature, 'base64url') };
}

/** Whether `key` signed the token by RS256, and by nothing else. */
export function isSignedBy({ header, content, signature }: ReadToken, { publicKey }: SigningKey): boolean {
  return header.alg === 'RS256' && verify('sha256', Buffer.from(content), publicKey, signature);
}

function objectIn(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
