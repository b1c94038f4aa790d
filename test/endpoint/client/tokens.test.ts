import type { EndpointOptions } from '../../../emulator/endpoint/client/options.ts';
import { type SentinelServer, startSentinel } from '../../../emulator/endpoint/sentinel-server.ts';
import { EndpointBotSource } from '../../../emulator/endpoint/client/endpoint-bot-source.ts';
import { heard, json, listen, optionsFor, requests, says, sentinelOf, service, talkTo } from './service.ts';

/** A service that takes the tokens that `fits` does. */
function guarded(fits: (token: string) => boolean): ReturnType<typeof service> {
  return service(({ headers }, response) => {
    if (fits(headers.authorization?.replace('Bearer ', '') ?? '')) return false;
    json(response, { message: `not with ${headers.authorization}` }, 401);
    return true;
  });
}

/** A Sentinel that counts the tokens that are asked for: two of one second are the same. */
async function counted(
  options: Partial<EndpointOptions> = {},
): Promise<{ source: EndpointBotSource; asked: string[] }> {
  const asked: string[] = [];
  const sentinel = await startSentinel({
    port: 0,
    accountId: '00000000',
    clients: [{ id: 'client', secret: 'top-secret', scope: 'x' }],
    log: ({ path }) => void asked.push(path),
  });
  sentinels.push(sentinel);
  const { url } = await service();
  const source = new EndpointBotSource(await optionsFor({ url }, { sentinelUrl: sentinel.url, ...options }));
  return { source, asked };
}

const sentinels: SentinelServer[] = [];

afterAll(() => Promise.all(sentinels.map((each) => each.close())));

test('one token serves all conversations, also those that begin at once', async () => {
  const { source, asked } = await counted();
  const tests = await Promise.all(Array.from({ length: 5 }, () => source.test()));
  expect(tests).toEqual([null, null, null, null, null]);
  expect(asked).toHaveLength(1);
});

test('a token is fetched anew shortly before its end, and not before', async () => {
  let now = 1_800_000_000_000;
  const { source, asked } = await counted({ now: () => now });
  const tokens = async (): Promise<number> => {
    await source.test();
    return asked.length;
  };
  expect(await tokens()).toBe(1);
  now += (3_600 - 31) * 1_000;
  expect(await tokens()).toBe(1);
  now += 2_000;
  expect(await tokens()).toBe(2);
});

test('a clock that is a day ahead or behind does not matter: tokens are counted from when they come', async () => {
  for (const skew of [-86_400_000, 86_400_000]) {
    const { source, asked } = await counted({ now: () => Date.now() + skew });
    await source.test();
    await source.test();
    expect(asked).toHaveLength(1);
  }
});

test('a token that the service does not take is fetched anew, once', async () => {
  let refusals = 1;
  const { url } = await guarded(() => refusals-- <= 0);
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(requests(conversation)).toMatchInlineSnapshot(`
    [
      "token 1: 200",
      "create 1: 401",
      "token 1: 200",
      "create 1: 204",
      "event 1: 200",
    ]
  `);
  expect(heard(conversation)).toContain('bot-text: You said hi.');
});

test.each(['expired', 'alg-none', 'wrong-scope'] as const)(
  'a service that refuses %s tokens leads to an escalation, and no token to the transcript',
  async (fault) => {
    const sentinel = await sentinelOf();
    sentinel.next(fault, 2);
    const { url } = await guarded(() => false);
    const conversation = await talkTo({ url });
    await conversation.consumer.says('hi');
    expect(requests(conversation)).toEqual([
      'token 1: 200',
      'create 1: 401',
      'token 1: 200',
      'create 1: 401',
    ]);
    expect(heard(conversation)).toContain(
      'error aivendor.custom-endpoint.authentication: the service answered 401: {"message":"not with Bearer ***"}',
    );
    expect(heard(conversation)).toContain('escalated to people done');
  },
);

test('Sentinel that knows the client not is the end of it', async () => {
  const { url, got } = await service();
  const conversation = await talkTo({ url }, { clientSecret: 'another-one' });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    0s call endpoint text failed
    0s error aivendor.custom-endpoint.authentication: Sentinel answered 401: {"error":"invalid_client","error_description":"no client has this id and secret"}
    0s messageToCustomer to consumer: Something went wrong. You are being connected to a colleague.
    0s escalated to people done
    0s messageToAgent to agents: The bot could not go on with this conversation.
    0s assigned to agent Ada (people) by escalation"
  `);
  expect(got).toEqual([]);
});

test('Sentinel that is out of order is tried three times', async () => {
  const sentinel = await sentinelOf();
  sentinel.next('unavailable', 2);
  const { url } = await service();
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(requests(conversation)).toMatchInlineSnapshot(`
    [
      "token 1: 503",
      "token 2: 503",
      "token 3: 200",
      "create 1: 204",
      "event 1: 200",
    ]
  `);
  sentinel.next('not-json');
  const other = await talkTo({ url });
  await other.consumer.says('hi');
  expect(heard(other)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    0s call endpoint text failed
    0s error aivendor.custom-endpoint.authentication: Sentinel gave no token: the answer cannot be read
    0s messageToCustomer to consumer: Something went wrong. You are being connected to a colleague.
    0s escalated to people done
    0s messageToAgent to agents: The bot could not go on with this conversation.
    0s assigned to agent Ada (people) by escalation"
  `);
});

test.each([404, 409])('a %i of Sentinel is no word of the service about a conversation', async (status) => {
  const sentinelUrl = await listen((_, response) => json(response, { message: 'no token now' }, status));
  const conversation = await talkTo(await service(), { sentinelUrl });
  await conversation.consumer.says('hi');
  expect(requests(conversation)).toEqual([`token 1: ${status}`]);
  expect(heard(conversation)).toContain(`Sentinel answered ${status}: {"message":"no token now"}`);
});

test('something that is no Sentinel is told without what it says', async () => {
  const url = await listen((_, response) =>
    json(response, { access_token: 'abc def', secret: 'top-secret' }),
  );
  const conversation = await talkTo({ url }, { sentinelUrl: url });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toContain('Sentinel gave no token: access_token is not as expected');
});

test('a client’s secret that stands in the answer by chance is in nobody’s way', async () => {
  const sentinelUrl = await listen((_, response) =>
    json(response, { access_token: 'abc.def', token_type: 'Bearer', expires_in: 3600 }),
  );
  const conversation = await talkTo(await service(), { sentinelUrl, clientSecret: '3600' });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toContain('bot-text: You said hi.');
});

test('a token is taken out of what the service answers', async () => {
  const sentinelUrl = await listen((_, response) =>
    json(response, { access_token: '471100', token_type: 'Bearer', expires_in: 3600 }),
  );
  const { url } = await service(({ path }, response) => {
    if (!path.endsWith('/events')) return false;
    json(response, says('it is 471100'));
    return true;
  });
  const conversation = await talkTo({ url }, { sentinelUrl });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toContain('bot-text: it is ***');
});

test('both versions of Sentinel’s API are spoken', async () => {
  const paths = [];
  for (const tokenVersion of ['v1', 'v2'] as const) {
    const { source, asked } = await counted({ tokenVersion });
    expect(await source.test()).toBeNull();
    paths.push(...asked);
  }
  expect(paths).toMatchInlineSnapshot(`
    [
      "/sentinel/api/account/00000000/app/token",
      "/sentinel/api/v2/account/00000000/app/token",
    ]
  `);
});
