import type { AccountPresets } from '../payload/account/account-presets.ts';
import { accountId } from '../platform/environment.ts';
import type { Generation } from '../platform/generations.ts';
import type { ServiceCall } from './account.ts';
import type { ServiceChange } from './change.ts';
import type { Clock } from './clock.ts';
import type { OutboundRequest, OutboundResponse } from './exchange.ts';
import { bytesOf } from './exchange.ts';
import type { SecretStorage } from './secrets.ts';
import type { Tokens } from './sentinel/tokens.ts';

/** What the services of one account share. */
export interface Surroundings {
  generation: Generation;
  presets: AccountPresets;
  clock: Clock;
  secrets: SecretStorage;
  tokens: Tokens;
}

/** A request to one of the account's services. */
export interface ServiceRequest {
  method: string;
  url: URL;
  /** Names in small letters. */
  headers: Record<string, string>;
  raw: OutboundRequest;
  call: ServiceCall;
  note(change: Omit<ServiceChange, 'at'>): void;
}

/** One service: its answer, or `undefined` for what of it is not imitated. */
export type Service = (
  request: ServiceRequest,
) => OutboundResponse | undefined | Promise<OutboundResponse | undefined>;

/** The body as text; empty where there is none. */
export function textOf({ raw }: Pick<ServiceRequest, 'raw'>): string {
  return raw.body ? bytesOf(raw.body).toString() : '';
}

/** The body as JSON; `undefined` where it is none. */
export function jsonOf(request: ServiceRequest): unknown {
  try {
    return JSON.parse(textOf(request));
  } catch {
    return undefined;
  }
}

/**
 * The parts of `path` that stand where `pattern` has a `:name`; `undefined` where the two differ. A slash at the end of
 * a path means nothing.
 */
export function partsOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const there = path.replace(/(?<=.)\/$/, '').split('/');
  if (wanted.length !== there.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [index, name] of wanted.entries()) {
    const part = decoded(there[index] ?? '');
    if (name.startsWith(':') && part !== '') parts[name.slice(1)] = part;
    else if (name !== part) return undefined;
  }
  return parts;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether a path names the account that the function runs in. */
export function isOwn(account: string | undefined): boolean {
  return account === accountId;
}
