import { readSettings, type Settings } from '../../../emulator/endpoint/service/settings.ts';
import { type Own, type Service, startService } from '../../../emulator/endpoint/service/start.ts';
import type { RunFunction } from '../../../emulator/endpoint/service/run-function.ts';
import { type SentinelServer, startSentinel } from '../../../emulator/endpoint/sentinel-server.ts';
import { ownPort } from '../../own-port.ts';

/** The account and bot of these tests. */
export const account = '12345678';
export const bot = '1e9bebc6-0403-43a1-9a5e-2e17ca876568';
/** The bot's path in its first environment. */
export const draft = `/v1/bots/${bot}/environments/draft`;

const ending: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  for (const end of ending.toReversed()) await end();
});

/** Has `end` called after the tests of the file, what came last first. */
export function atEnd(end: () => Promise<unknown>): void {
  ending.push(end);
}

/**
 * A Sentinel that ends with the tests; `told` gets the path of every request. Once it is closed nobody else is at its
 * port, and another can be.
 */
export async function sentinel(told?: (path: string) => void, port?: number): Promise<SentinelServer> {
  const client = {
    id: 'connector',
    secret: 'connector-secret',
    scope: 'thirdpartybots.customendpoint.bot',
  };
  const server = await startSentinel({
    port: port ?? (await ownPort()),
    accountId: account,
    clients: [client],
    log: ({ path }) => told?.(path),
  });
  atEnd(() => server.close());
  return server;
}

/** The settings that an environment of `variables` gives, on a free port. */
export function settingsOf(variables: Record<string, string>): Settings {
  const read = readSettings({
    ACCOUNT_ID: account,
    BOT_ID: bot,
    PORT: '0',
    LOG_LEVEL: 'debug',
    ...variables,
  });
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.settings;
}

/** Lines of a log, parsed. */
export type Lines = Record<string, unknown>[];

/** A service that ends with the tests, and what it logged. */
export async function served(
  variables: Record<string, string>,
  run: RunFunction = echo,
  own: Own = {},
): Promise<Service & { lines: Lines }> {
  const lines: Lines = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  const service = await startService(settingsOf(variables), run, { write, ...own });
  atEnd(() => service.stop());
  return { ...service, lines };
}

/** A function that says again what it hears. */
export const echo: RunFunction = async ({ payload }) => ({
  messages: [(payload as { message?: string }).message ?? 'welcome'],
});

/** What came back: status, the headers that matter, and the body as far as it is JSON. */
export interface Came {
  status: number;
  headers: Headers;
  body: unknown;
}

/** Asks `service`; what is an object goes as JSON. */
export async function ask(
  service: { url: string },
  method: string,
  path: string,
  { token, body, headers = {} }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Came> {
  const response = await fetch(service.url + path, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text ? (JSON.parse(text) as unknown) : null,
  };
}

/** A consumer's text as an event. */
export function textEvent(message: string, sequence = 0) {
  const event = { type: 'ContentEvent', message, contentType: 'text/plain' };
  return { type: 'TEXT', source: 'CONSUMER', data: { message }, context: { lpEvent: { sequence, event } } };
}
