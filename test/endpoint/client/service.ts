import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { startSentinel, type SentinelServer } from '../../../emulator/endpoint/sentinel-server.ts';
import type { EndpointOptions } from '../../../emulator/endpoint/client/options.ts';
import { told } from '../../connector/told.ts';
import { obedient, project } from '../../connector/made.ts';
import type { GivenSettings } from '../../../emulator/connector/settings/settings.ts';
import { EndpointBotSource } from '../../../emulator/endpoint/client/endpoint-bot-source.ts';
import type { Conversation } from '../../../emulator/connector/session/conversation.ts';

const closing: (() => unknown)[] = [];

afterAll(() => Promise.all(closing.splice(0).map((close) => close())));

export const botId = '5809777a-e548-4bd2-bc5f-a1003c132a28';

/** One request that a service got. */
export interface Got {
  method: string;
  /** Behind the bot's own part of the path. */
  path: string;
  headers: IncomingMessage['headers'];
  body: unknown;
}

/** What a service does with a request; what it does not answer itself is answered as a good service would. */
export type Behaviour = (got: Got, response: ServerResponse, request: IncomingMessage) => boolean | void;

/** A service that listens, and what it got. */
export interface Service {
  url: string;
  got: Got[];
}

/** A server on 127.0.0.1 that ends with the tests of the file. */
export async function listen(listener: RequestListener, tls?: ServerOptions): Promise<string> {
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A Custom Endpoint that says back what it hears, where `behaviour` does nothing else. */
export async function service(behaviour: Behaviour = () => false, tls?: ServerOptions): Promise<Service> {
  const got: Got[] = [];
  const url = await listen((request, response) => void serve(request, response), tls);
  return { url, got };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { method = '', url: path = '', headers } = request;
    const one = {
      method,
      path: path.replace(/^.*\/environments\//, ''),
      headers,
      body: text ? (JSON.parse(text) as unknown) : undefined,
    };
    got.push(one);
    if (behaviour(one, response, request) !== true) usual(one, response);
  }
}

function usual({ method, path, body }: Got, response: ServerResponse): void {
  if (method === 'GET') return json(response, { state: 'online', version: '0.0.1' });
  if (!path.endsWith('/events')) return void response.writeHead(204).end();
  const { type, data } = body as { type: string; data: { message?: string } };
  json(response, says(type === 'TEXT' ? `You said ${data.message}.` : `This was ${type}.`));
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** A response with one text. */
export function says(message: string): unknown {
  return { response: [{ type: 'TEXT', data: { message } }], analytics: { intents: [] } };
}

/** Whether it is an event, which most faults are about. */
export function isEvent({ path }: Got): boolean {
  return path.endsWith('/events');
}

/** What `stopTime` leaves as it is. */
const others = [
  'clearImmediate',
  'clearInterval',
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
] as const;

/**
 * From here on what waits for a time-out goes on by hand, as with `hang`: what a service does answer is never too late.
 * `jest.useRealTimers()` puts an end to it.
 */
export function stopTime(): void {
  jest.useFakeTimers({ doNotFake: [...others] });
}

/** Has an event wait until `milliseconds` are over, which is at once. */
export function hang(milliseconds: number): Behaviour {
  return (got) => {
    if (!isEvent(got)) return false;
    jest.advanceTimersByTime(milliseconds);
    return true;
  };
}

let sentinel: Promise<SentinelServer> | undefined;

/** One for all tests of a file. */
export function sentinelOf(): Promise<SentinelServer> {
  sentinel ??= startSentinel({
    port: 0,
    accountId: '00000000',
    clients: [{ id: 'client', secret: 'top-secret', scope: 'thirdpartybots.customendpoint.bot' }],
  }).then(async (server) => {
    closing.push(() => server.close());
    // Its first token takes longer than the others.
    await server.token();
    return server;
  });
  return sentinel;
}

/** Options for a service. */
export async function optionsFor(
  { url }: Pick<Service, 'url'>,
  options: Partial<EndpointOptions> = {},
): Promise<EndpointOptions> {
  return {
    baseUrl: url,
    sentinelUrl: (await sentinelOf()).url,
    accountId: '00000000',
    clientId: 'client',
    clientSecret: 'top-secret',
    botId,
    timeout: 10_000,
    ...options,
  };
}

/** A conversation with a service as its bot, which escalates to people. */
export async function talkTo(
  to: Pick<Service, 'url'>,
  options: Partial<EndpointOptions> = {},
  settings: GivenSettings = {},
): Promise<Conversation> {
  const source = new EndpointBotSource(await optionsFor(to, options));
  const connector = await project({ other: obedient }).connect({
    bots: [{ name: 'endpoint', source, settings: { escalation: { skill: 'people' }, ...settings } }],
    skills: [{ name: 'people', agents: [{ id: 'ada', name: 'Ada' }] }],
  });
  return connector.open({ id: '11111111-2222-4333-8444-555555555555', clock: '2026-03-01T09:00:00Z' });
}

/** What happened, without the port. */
export function heard(conversation: Conversation): string {
  return told(conversation).replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT');
}

/** The requests of the bot's calls: purpose, attempt, what came back. */
export function requests({ transcript }: Conversation): string[] {
  return transcript.flatMap((entry) =>
    'exchanges' in entry && entry.exchanges
      ? entry.exchanges.map(
          ({ purpose, attempt, status, error }) =>
            `${purpose} ${attempt}: ${status ?? error?.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')}`,
        )
      : [],
  );
}
