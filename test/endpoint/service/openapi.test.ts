import * as z from 'zod';
import type { SentinelServer } from '../../../emulator/endpoint/sentinel-server.ts';
import { openApi } from '../../../emulator/endpoint/service/openapi.ts';
import type { RunFunction } from '../../../emulator/endpoint/service/run-function.ts';
import type { Service } from '../../../emulator/endpoint/service/start.ts';
import { ask, bot, type Came, echo, sentinel, served, textEvent } from './served.ts';

type Schema = Record<string, unknown>;
type Operation = {
  operationId: string;
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  responses: Record<
    string,
    { headers?: Record<string, unknown>; content?: { 'application/json': { schema: Schema } } }
  >;
};

let service: Service;
let issuer: SentinelServer;
let token: string;
let paths: Record<string, Record<string, Operation>>;
let schemas: Record<string, Schema>;

const moody: RunFunction = async (input, signal) => {
  const { message } = input.payload as { message?: string };
  if (message === 'throw') throw new Error('no luck');
  if (message === 'nothing') return undefined;
  if (message === 'hang') return new Promise(() => {});
  return echo(input, signal);
};

beforeAll(async () => {
  issuer = await sentinel();
  token = await issuer.token();
  service = await served({ SENTINEL_URL: issuer.url, BODY_LIMIT: '1kb', FUNCTION_TIMEOUT: '20ms' }, moody);
  const { body } = await ask(service, 'GET', '/openapi.json');
  ({
    paths,
    components: { schemas },
  } = body as never);
});

/** A schema of the document that says whether something fits. */
function schemaOf(schema: Schema): z.ZodType {
  const text = JSON.stringify({ ...schema, $defs: schemas }).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
}

const played = new Set<string>();

/** Asks for what an operation is about; the answer has to be one that the document has for it. */
async function play(
  method: string,
  path: string,
  {
    values = {},
    ...sent
  }: {
    values?: Record<string, string>;
    token?: string;
    body?: unknown;
    headers?: Record<string, string>;
  } = {},
): Promise<Came> {
  const address = path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => ({ botId: bot, environment: 'draft', convId: 'c', ...values })[name] ?? '',
  );
  const came = await ask(service, method, address, { token, ...sent });
  const documented = paths[path]?.[method.toLowerCase()]?.responses[came.status];
  expect({ method, path, status: came.status, documented: documented !== undefined }).toEqual({
    method,
    path,
    status: came.status,
    documented: true,
  });
  const content = documented?.content?.['application/json'];
  expect(came.headers.get('content-type')?.split(';')[0]).toBe(content && 'application/json');
  const fits = content ? schemaOf(content.schema) : z.null();
  expect(fits.safeParse(came.body).error?.issues).toBeUndefined();
  const names = Object.keys(documented?.headers ?? {});
  expect([...came.headers.keys()].filter((name) => !standard.has(name) && !names.includes(name))).toEqual([]);
  played.add(String(came.status));
  return came;
}

const standard = new Set([
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'transfer-encoding',
]);
const environments = '/v1/bots/{botId}/environments';
const state = `${environments}/{environment}/state`;
const conversation = `${environments}/{environment}/conversations/{convId}`;
const events = `${conversation}/events`;

test('every answer is one that the document has, and every status of the document can be had', async () => {
  const bad = { headers: { authorization: 'Bearer x' } };
  const other = { values: { botId: 'other' } };
  await play('GET', environments);
  await play('GET', environments, bad);
  await play('GET', environments, other);
  await play('GET', state);
  await play('GET', state, { ...bad, values: { environment: 'none' } });
  await play('GET', state, { values: { environment: 'none' } });
  await play('PUT', conversation, { body: { sdes: {}, context: { type: 'MESSAGING' } } });
  for (const [method, path] of [
    ['PUT', conversation],
    ['POST', events],
  ] as const) {
    await play(method, path, { body: '[' });
    await play(method, path, { body: [] });
    await play(method, path, { body: { type: 'x'.repeat(2_000) } });
    await play(method, path, { body: {}, headers: { 'content-type': 'text/plain' } });
    await play(method, path, { ...bad, body: {} });
    await play(method, path, { ...other, body: {} });
    await play(method, path, { values: { convId: '%00' }, body: {} });
  }
  for (const text of ['hi', 'throw', 'nothing', 'hang'])
    await play('POST', events, { body: textEvent(text) });
  await play('POST', events, { values: { convId: 'unknown' }, body: textEvent('hi') });
  await play('POST', events, { body: { type: 'START' } });
  await play('POST', events, { body: { type: 'CLOSE_CONVERSATION' } });
  for (const path of ['/health', '/ready', '/openapi.json']) await play('GET', path);
  await issuer.close();
  service = await served({ SENTINEL_URL: issuer.url });
  await play('GET', state);
  await play('GET', '/ready');
  const all = Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ responses }) => Object.keys(responses ?? {})),
  );
  expect([...played].toSorted()).toEqual([...new Set(all)].toSorted());
});

test('the bodies that the document allows are those that the service takes', async () => {
  const bodies: [body: unknown, fits: boolean][] = [
    [textEvent('hi'), true],
    [{ type: 'TEXT', data: { message: '' } }, true],
    [{ type: 'TEXT', data: {} }, false],
    [{ type: 'TEXT' }, false],
    [{ type: 'TEXT', source: 'AGENT', data: { message: 'hi' } }, false],
    [{ type: 'RICH_CONTENT', data: { content: { type: 'vertical' } } }, true],
    [{ type: 'RICH_CONTENT', data: { content: 'text' } }, false],
    [{ type: 'hosted-file', data: { relativePath: '/x', fileType: 'PNG', caption: null } }, true],
    [{ type: 'hosted-file', data: { fileType: 'PNG' } }, false],
    [{ type: 'START' }, true],
    [{ type: 'START', data: {}, context: { lpEvent: { lastConsumerMessage: 'hi' } } }, true],
    [{ type: 'CONVERSATION', data: { name: 'TRANSFERRED' } }, true],
    [{ type: 'CONVERSATION', data: { name: 'MOVED' } }, false],
    [{ type: 'CLOSE_CONVERSATION', data: {} }, true],
    [{ type: 'PICTURE', data: {} }, false],
    [{ type: 'TEXT', data: { message: 'hi' }, context: 'none' }, false],
    [{ type: 'TEXT', source: null, data: { message: 'hi' }, context: null }, true],
    [{ type: 'TEXT', data: { message: 'hi' }, context: { lpEvent: null } }, true],
    [{ type: 'START', data: null }, true],
    [{ type: 'TEXT', data: null }, false],
    ['text', false],
  ];
  const own = await sentinel();
  const taking = await served({ SENTINEL_URL: own.url });
  const good = await own.token();
  const schema = schemaOf(bodySchema(events, 'post'));
  for (const [body, fits] of bodies) {
    const path = `/v1/bots/${bot}/environments/draft/conversations/c`;
    await ask(taking, 'PUT', path, { token: good, body: {} });
    const { status } = await ask(taking, 'POST', `${path}/events`, {
      token: good,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    expect([body, status, schema.safeParse(body).success]).toEqual([body, fits ? 200 : 400, fits]);
  }
});

test('whatever is not known of a conversation may be null', async () => {
  const own = await sentinel();
  const good = await own.token();
  const heard: unknown[] = [];
  const taking = await served({ SENTINEL_URL: own.url }, async ({ payload }) => {
    heard.push((payload as { context: unknown }).context);
    return { messages: ['ok'] };
  });
  const nobody = { skillId: null, campaignId: null, engagementId: null, assignedAgentId: null };
  const bodies = [
    { sdes: null, context: null },
    { sdes: { authenticatedSdes: null, unauthenticatedSdes: null } },
    { sdes: { authenticatedSdes: null, unauthenticatedSdes: { cart: {} } } },
    { context: { ...nobody, type: null, visitor: null } },
  ];
  const schema = schemaOf(bodySchema(conversation, 'put'));
  const path = `/v1/bots/${bot}/environments/draft/conversations/c`;
  for (const body of bodies) {
    expect(schema.safeParse(body).error?.issues).toBeUndefined();
    expect(await ask(taking, 'PUT', path, { token: good, body })).toMatchObject({ status: 204 });
    await ask(taking, 'POST', `${path}/events`, { token: good, body: { ...textEvent('hi'), context: null } });
  }
  expect(heard).toEqual([
    { lpEvent: {}, lpSdes: {} },
    { lpEvent: {}, lpSdes: {} },
    { lpEvent: {}, lpSdes: { unauthenticatedSdes: { cart: {} } } },
    { lpEvent: { conversationContext: bodies[3]?.context }, lpSdes: {} },
  ]);
});

function bodySchema(path: string, method: string): Schema {
  return paths[path]?.[method]?.requestBody?.content['application/json'].schema ?? {};
}

test('the document is whole: each reference leads somewhere, each operation has a name of its own', () => {
  const text = JSON.stringify(paths) + JSON.stringify(schemas);
  const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(Object.keys(schemas)));
  const ids = Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ operationId }) => operationId ?? []),
  );
  expect(ids).toEqual([...new Set(ids)]);
});

test('a base path is part of its paths', () => {
  const document = openApi({
    bot: { id: bot, environments: ['draft'], state: 'online', version: '2.1.0' },
    basePath: '/api',
  });
  expect([document.openapi, document.info.version, ...Object.keys(document.paths)]).toMatchInlineSnapshot(`
    [
      "3.1.0",
      "2.1.0",
      "/api/v1/bots/{botId}/environments",
      "/api/v1/bots/{botId}/environments/{environment}/state",
      "/api/v1/bots/{botId}/environments/{environment}/conversations/{convId}",
      "/api/v1/bots/{botId}/environments/{environment}/conversations/{convId}/events",
      "/health",
      "/ready",
      "/openapi.json",
    ]
  `);
});
