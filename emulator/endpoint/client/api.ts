import type { WirePurpose } from '../../connector/bot/wire-exchange.ts';
import type { EndpointEvent } from '../contract/event.ts';
import type { NewConversation } from '../contract/new-conversation.ts';
import { type Failed, failedSend } from './failed.ts';
import type { WireLog } from './log.ts';
import type { Endpoint } from './options.ts';
import { type ReadBody, readBody } from './read-body.ts';
import type { Sending, Sent } from './sent.ts';
import { TokenKeeper } from './token-keeper.ts';
import { Wire } from './wire.ts';

/** What a service answered with a status that is good. */
export interface Answered {
  kind: 'answered';
  read(): ReadBody;
}

interface Call {
  purpose: WirePurpose;
  method: Sending['method'];
  path: string;
  body?: unknown;
  /** One attempt only. */
  once?: boolean;
}

/**
 * The methods of a Custom Endpoint's service that the connector calls. Source:
 * developers.liveperson.com/third-party-bots-custom-endpoint-service-implementation.html.
 */
export class EndpointApi {
  readonly #endpoint: Endpoint;
  readonly #wire: Wire;
  readonly #tokens: TokenKeeper;

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
    this.#wire = new Wire(endpoint);
    this.#tokens = new TokenKeeper(endpoint, this.#wire);
  }

  /** One attempt: a connection test has no conversation to wait in (ours). */
  state(log: WireLog): Promise<Answered | Failed> {
    return this.#call({ purpose: 'state', method: 'GET', path: 'state', once: true }, log);
  }

  /** A 409 says that it knows the conversation: nothing is wrong with that. */
  async create(id: string, body: NewConversation, log: WireLog): Promise<Failed | undefined> {
    const made = await this.#call({ purpose: 'create', method: 'PUT', path: pathOf(id), body }, log);
    return made.kind === 'failed' && made.status !== 409 ? made : undefined;
  }

  tell(id: string, body: EndpointEvent, log: WireLog): Promise<Answered | Failed> {
    const purpose = body.type === 'CLOSE_CONVERSATION' ? 'close' : 'event';
    return this.#call({ purpose, method: 'POST', path: `${pathOf(id)}/events`, body }, log);
  }

  /** From the next request on each may take so many milliseconds. */
  allow(timeout: number): void {
    this.#wire.allow(timeout);
  }

  /** What comes next opens a new connection, with a new token. */
  forget(): void {
    this.#tokens.drop();
    this.#wire.close();
  }

  /** A token that is not taken is fetched anew, once. */
  async #call(call: Call, log: WireLog): Promise<Answered | Failed> {
    const first = await this.#authorised(call, log);
    if (first.kind === 'failed' || first.sent.kind === 'failed' || first.sent.status !== 401) {
      return outcomeOf(first);
    }
    this.#tokens.drop(first.token);
    return outcomeOf(await this.#authorised(call, log));
  }

  async #authorised(
    { purpose, method, path, body, once = false }: Call,
    log: WireLog,
  ): Promise<Authorised | Failed> {
    const began = performance.now();
    const got = await this.#tokens.get(log, { once });
    if (got.kind === 'failed') return got;
    const { token } = got;
    const text = body === undefined ? undefined : JSON.stringify(body);
    const ask = {
      purpose,
      method,
      url: `${this.#botUrl()}/${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'accept-encoding': 'identity',
        ...(text !== undefined && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(text)),
        }),
      },
      ...(text !== undefined && { body: text }),
      auth: performance.now() - began,
    };
    const sent = await this.#wire.send(ask, log, { once });
    return { kind: 'sent', sent, token, attempts: log.exchanges.at(-1)?.attempt ?? 1 };
  }

  #botUrl(): string {
    const { baseUrl, botId, environment } = this.#endpoint;
    return `${baseUrl}/v1/bots/${botId}/environments/${encodeURIComponent(environment)}`;
  }
}

interface Authorised {
  kind: 'sent';
  sent: Sent;
  token: string;
  attempts: number;
}

function pathOf(id: string): string {
  return `conversations/${encodeURIComponent(id)}`;
}

function outcomeOf(result: Authorised | Failed): Answered | Failed {
  if (result.kind === 'failed') return result;
  const { sent, token, attempts } = result;
  const scrub = (text: string): string => text.replaceAll(token, '***');
  if (sent.kind === 'answer' && sent.status >= 200 && sent.status < 300) {
    return { kind: 'answered', read: () => readBody(sent, scrub) };
  }
  const failed = failedSend(sent, { who: 'the service', attempts, scrub });
  const refused = failed.status === 401 || failed.status === 403;
  return refused ? { ...failed, error: 'aivendor.custom-endpoint.authentication' } : failed;
}
