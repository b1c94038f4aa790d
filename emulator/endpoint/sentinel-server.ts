import type { ClientPreset } from '../payload/account/account-presets.ts';
import { Clock } from '../services/clock.ts';
import { sentinel, sentinelPaths, tokenLifetime } from '../services/sentinel/sentinel.ts';
import { type TokenFault, tokenFaults } from '../services/sentinel/token-faults.ts';
import { Tokens } from '../services/sentinel/tokens.ts';
import { listenHere } from './local-server.ts';
import { type SentinelLog, sentinelApp } from './sentinel-app.ts';
import { NextFaults, type SentinelFault } from './sentinel-faults.ts';

/** What a Sentinel is started with. */
export interface SentinelServerOptions {
  /** 0 for any that is free. */
  port: number;
  accountId: string;
  /** Who may fetch tokens. */
  clients: readonly ClientPreset[];
  /** In place of the real time. */
  clock?: Clock | undefined;
  /** Told of every request, once it is answered. */
  log?: ((entry: SentinelLog) => void) | undefined;
}

/** A Sentinel that listens on 127.0.0.1. */
export interface SentinelServer {
  /** Such as `http://127.0.0.1:4010`, without a slash at the end. */
  readonly url: string;
  readonly jwksUrl: string;
  tokenUrl(version: 'v1' | 'v2'): string;
  /** The public key that verifies the next token, as PEM: for services that take one key instead of the key set. */
  publicKey(): Promise<string>;
  /** A token as the first client would get it, with one thing wrong where a fault is named. */
  token(fault?: TokenFault): Promise<string>;
  /** Signs with a new key; the old one stays published while its tokens hold, or goes at once with `retire`. */
  rotate(options?: { retire?: boolean }): Promise<void>;
  /** What goes wrong with the next token that is asked for over HTTP with good credentials, so many times. */
  next(fault: SentinelFault, times?: number): void;
  /** Ends it, with every connection. */
  close(): Promise<void>;
}

/**
 * Starts a local Sentinel for services that verify LivePerson's tokens. Rejects with the system's own error where the
 * port cannot be had. Sentinels of one process begin with the same key, as LivePerson's accounts share theirs.
 */
export async function startSentinel(options: SentinelServerOptions): Promise<SentinelServer> {
  const { accountId, clients, port } = options;
  const tokens = new Tokens(options.clock ?? new Clock(), accountId);
  const faults = new NextFaults();
  const answer = sentinel({ tokens, clients: () => clients, fault: () => faults.take(tokenFaults) });
  const { createAdaptorServer } = await import('@hono/node-server');
  const app = await sentinelApp({ answer, faults, log: options.log ?? (() => undefined) });
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  const { url, close } = await listenHere(server, port);
  return {
    url,
    jwksUrl: `${url}${sentinelPaths.keys}`,
    tokenUrl: (version) => url + tokenPath(version, accountId),
    publicKey: () => tokens.publicKey(),
    token: (fault) => tokens.issue(grantOf(clients[0]), fault),
    rotate: (rotation) => tokens.rotate(rotation),
    next: (fault, times) => faults.add(fault, times),
    close,
  };
}

function tokenPath(version: 'v1' | 'v2', accountId: string): string {
  const path = sentinelPaths[version].replace(':account', encodeURIComponent(accountId));
  return version === 'v1' ? `${path}?v=1.0` : path;
}

function grantOf({ id = 'nobody', scope, expiresIn = tokenLifetime }: Partial<ClientPreset> = {}) {
  return { client: id, scope, seconds: expiresIn };
}
