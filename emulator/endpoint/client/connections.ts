import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { rootCertificates } from 'node:tls';
import { networkFault } from './network-fault.ts';
import { durationText } from '../../platform/duration.ts';
import { endpointDefaults, largestAnswer } from './options.ts';
import type { Sending, SendFault, Sent } from './sent.ts';

/**
 * Connections that are kept for the next request. One is closed after an answer that is an error: a service may close it
 * from its side a moment later, as the reference service does.
 */
export class Connections {
  readonly #ca: string | undefined;
  #http = new HttpAgent({ keepAlive: true });
  #https: HttpsAgent;

  /** `ca` in PEM, beside the system's. */
  constructor({ ca }: { ca?: string | undefined }) {
    this.#ca = ca;
    this.#https = this.#secure();
  }

  /** Never rejects. Follows no redirect. `timeout` in milliseconds for all of the request. */
  send(sending: Sending, timeout: number): Promise<Sent> {
    return new Promise((resolve) => {
      const url = new URL(sending.url);
      const secure = url.protocol === 'https:';
      const options = {
        method: sending.method,
        headers: sending.headers,
        agent: secure ? this.#https : this.#http,
      };
      const request = secure ? httpsRequest(url, options) : httpRequest(url, options);
      const times = new Times();
      const end = (sent: Ended): void => {
        clearTimeout(timer);
        resolve({ ...sent, ...times.split() });
      };
      const fail = (fault: SendFault, message: string): void => {
        end({ kind: 'failed', fault, message });
        request.destroy();
      };
      const timer = setTimeout(
        () => fail('timeout', `${url.host} gave no whole answer within ${within(timeout)}`),
        timeout,
      );
      let answered = false;
      request.on('socket', (socket) => times.watch(socket, secure));
      request.on('error', (error: NodeJS.ErrnoException) => {
        const { fault, message } = networkFault(error, url);
        const lost = request.reusedSocket && !answered && fault === 'unreachable';
        fail(lost ? 'lost' : fault, message);
      });
      request.on('response', (response) => {
        answered = true;
        read(response, { url, end, fail });
      });
      request.end(sending.body);
    });
  }

  /** Closes those that nobody uses; the next request makes a new one. */
  close(): void {
    this.#http.destroy();
    this.#https.destroy();
    this.#http = new HttpAgent({ keepAlive: true });
    this.#https = this.#secure();
  }

  #secure(): HttpsAgent {
    return new HttpsAgent({
      keepAlive: true,
      ...(this.#ca !== undefined && { ca: [...rootCertificates, this.#ca] }),
    });
  }
}

function within(timeout: number): string {
  const whole = endpointDefaults.timeout;
  return timeout < whole
    ? `${durationText(timeout)}, which stand for ${durationText(whole)}`
    : durationText(timeout);
}

type Ended = Sent extends infer Each ? (Each extends Sent ? Omit<Each, 'connect' | 'server'> : never) : never;

interface Reading {
  url: URL;
  end: (sent: Ended) => void;
  fail: (fault: SendFault, message: string) => void;
}

function read(response: IncomingMessage, { url, end, fail }: Reading): void {
  const chunks: Buffer[] = [];
  let size = 0;
  // At its end the response may have let go of it.
  const { socket } = response;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > largestAnswer) fail('too-large', `the answer of ${url.host} is larger than 2 MB`);
    else chunks.push(chunk);
  });
  response.on('error', (error: NodeJS.ErrnoException) => {
    const { fault, message } = networkFault(error, url);
    fail(fault, message);
  });
  response.on('end', () => {
    const { statusCode: status = 0, headers } = response;
    if (status >= 400) socket.destroy();
    end({ kind: 'answer', status, headers, body: Buffer.concat(chunks) });
  });
}

/** Where the time of a request goes. */
class Times {
  readonly #began = performance.now();
  #connected = this.#began;

  watch(socket: Socket, secure: boolean): void {
    if (!socket.connecting) return;
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      this.#connected = performance.now();
    });
  }

  split(): { connect: number; server: number } {
    return { connect: this.#connected - this.#began, server: performance.now() - this.#connected };
  }
}
