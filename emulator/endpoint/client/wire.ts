import type { WirePurpose } from '../../connector/bot/wire-exchange.ts';
import { Connections } from './connections.ts';
import type { WireLog } from './log.ts';
import { type Endpoint, endpointDefaults } from './options.ts';
import { pauseAfter } from './retry.ts';
import type { Sending, Sent } from './sent.ts';
import { serverTiming } from './server-timing.ts';

/** A request, what it is for, and how long its token took. */
export interface Ask extends Sending {
  purpose: WirePurpose;
  /** Milliseconds. */
  auth: number;
}

/** Sends requests as the connector's policy has it, and notes each of them. */
export class Wire {
  readonly #endpoint: Endpoint;
  readonly #connections: Connections;
  #timeout: number;

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
    this.#timeout = endpoint.timeout;
    this.#connections = new Connections(endpoint);
  }

  /** Up to three attempts; `once` makes only one, with nobody's time to wait in. */
  async send(ask: Ask, log: WireLog, { once = false } = {}): Promise<Sent> {
    const { pauses, pause: really } = this.#endpoint;
    for (let attempt = 1; ; attempt++) {
      const sent = await this.#attempt(ask, attempt, log);
      if (sent.kind === 'failed' && sent.fault === 'timeout') {
        log.waited += Math.max(this.#timeout, endpointDefaults.timeout);
      }
      const pause = once ? null : pauseAfter(sent, attempt, pauses);
      if (pause === null) return sent;
      log.waited += pause;
      await really(pause);
    }
  }

  /** A connection that the server had closed in the meantime is no failure of the service: at once, over a new one. */
  async #attempt(ask: Ask, attempt: number, log: WireLog): Promise<Sent> {
    for (let lost = 0; ; lost++) {
      const sent = await this.#connections.send(ask, this.#timeout);
      note(ask, { attempt, sent, log });
      const again = sent.kind === 'failed' && sent.fault === 'lost' && lost < mostLost;
      if (!again) return sent;
    }
  }

  /** From the next attempt on each may take so many milliseconds. */
  allow(timeout: number): void {
    this.#timeout = timeout;
  }

  /** The next request opens a new connection. */
  close(): void {
    this.#connections.close();
  }
}

/** Kept connections that one request may find closed; beyond that the service closes what it has just taken. */
const mostLost = 3;

function note(
  { purpose, method, url, auth }: Ask,
  { attempt, sent, log }: { attempt: number; sent: Sent; log: WireLog },
): void {
  const { connect, server } = sent;
  const timing = sent.kind === 'answer' ? serverTiming(sent.headers['server-timing']) : undefined;
  log.exchanges.push({
    purpose,
    method,
    url: url.replace(/\?.*$/, ''),
    attempt,
    status: sent.kind === 'answer' ? sent.status : null,
    durations: { auth, connect, server },
    ...(timing && { serverTiming: timing }),
    ...(sent.kind === 'failed' && { error: sent.message }),
  });
}
