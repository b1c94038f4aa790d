import { check } from '../contract/check.ts';
import { type Failed, failedSend } from './failed.ts';
import type { WireLog } from './log.ts';
import type { Endpoint } from './options.ts';
import { readBody } from './read-body.ts';
import { tokenLifetime } from './token-lifetime.ts';
import { tokenAnswer } from './token-answer.ts';
import type { Sent } from './sent.ts';
import type { Wire } from './wire.ts';

/** A token of Sentinel, or why there is none. */
export type Got = { kind: 'token'; token: string } | Failed;

interface Kept {
  token: string;
  /** Epoch milliseconds. */
  until: number;
}

/** Fetches a token when there is none that holds. Whoever asks meanwhile waits for the same one. */
export class TokenKeeper {
  readonly #endpoint: Endpoint;
  readonly #wire: Wire;
  #kept: Kept | undefined;
  #coming: Promise<Got> | undefined;

  constructor(endpoint: Endpoint, wire: Wire) {
    this.#endpoint = endpoint;
    this.#wire = wire;
  }

  /** The request for it is noted in the log of the first one who needs it. */
  async get(log: WireLog, how: { once?: boolean } = {}): Promise<Got> {
    const kept = this.#kept;
    if (kept && this.#endpoint.now() < kept.until) return { kind: 'token', token: kept.token };
    this.#coming ??= this.#fetch(log, how).finally(() => {
      this.#coming = undefined;
    });
    return this.#coming;
  }

  /** A service does not take it: the next one is fetched anew. Without a token, whichever is kept. */
  drop(token?: string): void {
    if (token === undefined || this.#kept?.token === token) this.#kept = undefined;
  }

  async #fetch(log: WireLog, how: { once?: boolean }): Promise<Got> {
    const { clientId, clientSecret, now } = this.#endpoint;
    const sent = await this.#wire.send(
      {
        purpose: 'token',
        method: 'POST',
        url: tokenUrl(this.#endpoint),
        headers: {
          accept: 'application/json',
          'accept-encoding': 'identity',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({
          client_id: clientId,
          client_secret: clientSecret,
          grant_type: 'client_credentials',
        }).toString(),
        auth: 0,
      },
      log,
      how,
    );
    const got = readToken(sent, clientSecret, log.exchanges.at(-1)?.attempt ?? 1);
    if (got.kind === 'token') {
      this.#kept = { token: got.token, until: now() + tokenLifetime(got.token, got.expiresIn) };
    }
    return got;
  }
}

/** Both versions of it. Source: LivePerson's page on OAuth 2.0 client credentials. */
function tokenUrl({ sentinelUrl, accountId, tokenVersion }: Endpoint): string {
  const account = encodeURIComponent(accountId);
  return tokenVersion === 'v1'
    ? `${sentinelUrl}/sentinel/api/account/${account}/app/token?v=1.0`
    : `${sentinelUrl}/sentinel/api/v2/account/${account}/app/token`;
}

type Read = { kind: 'token'; token: string; expiresIn: unknown } | Failed;

function readToken(sent: Sent, secret: string, attempts: number): Read {
  const error = 'aivendor.custom-endpoint.authentication';
  const scrub = (text: string): string => text.replaceAll(secret, '***');
  if (sent.kind === 'failed' || sent.status < 200 || sent.status >= 300) {
    // What Sentinel's status says is not what the same one of the service would.
    const { status: _, ...failed } = failedSend(sent, { who: 'Sentinel', attempts, scrub });
    return { ...failed, error };
  }
  // Nothing of it is told, see below.
  const body = readBody(sent, (text) => text);
  const checked = body.ok
    ? check(tokenAnswer, body.value)
    : { ok: false as const, complaints: [body.complaint] };
  if (checked.ok) {
    const { access_token: token, expires_in: expiresIn } = checked.value;
    return { kind: 'token', token, expiresIn };
  }
  // A body that is nearly right holds a token: the complaint quotes it, so only its place is told.
  const place = checked.complaints[0]?.path;
  const message = `Sentinel gave no token: ${place ? `${place} is not as expected` : 'the answer cannot be read'}`;
  return { kind: 'failed', error, message, findings: [] };
}
