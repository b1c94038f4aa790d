import { hang, heard, isEvent, json, requests, service, stopTime, talkTo } from './service.ts';

afterEach(() => {
  jest.useRealTimers();
});

test('a service that is down is tried three times, in the consumer’s time', async () => {
  const conversation = await talkTo({ url: 'http://127.0.0.1:1' });
  await conversation.consumer.says('hi');
  expect(heard(conversation).replaceAll('127.0.0.1:1,', '127.0.0.1:PORT,')).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    15s call endpoint text failed
    15s error aivendor.custom-endpoint.failed-request: nothing listens at 127.0.0.1:PORT, 3 times
    15s messageToCustomer to consumer: Something went wrong. You are being connected to a colleague.
    15s escalated to people done
    15s messageToAgent to agents: The bot could not go on with this conversation.
    15s assigned to agent Ada (people) by escalation"
  `);
  expect(requests(conversation)).toMatchInlineSnapshot(`
    [
      "token 1: 200",
      "create 1: nothing listens at 127.0.0.1:PORT",
      "create 2: nothing listens at 127.0.0.1:PORT",
      "create 3: nothing listens at 127.0.0.1:PORT",
    ]
  `);
});

test('a service that hangs is left after the time for a request, each time', async () => {
  stopTime();
  const { url } = await service(hang(400));
  const conversation = await talkTo({ url }, { timeout: 400, pauses: [5_000] });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    125s call endpoint text failed
    125s error aivendor.custom-endpoint.failed-request: 127.0.0.1:PORT gave no whole answer within 400 ms, which stand for 60 s, 2 times
    125s messageToCustomer to consumer: Something went wrong. You are being connected to a colleague.
    125s escalated to people done
    125s messageToAgent to agents: The bot could not go on with this conversation.
    125s assigned to agent Ada (people) by escalation"
  `);
});

test('a service that streams for ever is left after the time for a request', async () => {
  stopTime();
  const { url } = await service((got, response) => {
    if (!isEvent(got)) return false;
    response.writeHead(200, { 'content-type': 'application/json' });
    let written = 0;
    const streaming = setInterval(() => {
      response.write(' ');
      written += 1;
      if (written === 3) jest.advanceTimersByTime(400);
    }, 5);
    response.on('close', () => clearInterval(streaming));
    return true;
  });
  const conversation = await talkTo({ url }, { timeout: 400, pauses: [] });
  await conversation.consumer.says('hi');
  expect(requests(conversation).at(-1)).toMatchInlineSnapshot(
    `"event 1: 127.0.0.1:PORT gave no whole answer within 400 ms, which stand for 60 s"`,
  );
});

test('an answer of 10 MB is not read to its end, and asked for once', async () => {
  const { url } = await service((got, response) => {
    if (!isEvent(got)) return false;
    json(response, { response: [{ type: 'TEXT', data: { message: 'x'.repeat(10_000_000) } }] });
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(requests(conversation)).toMatchInlineSnapshot(`
    [
      "token 1: 200",
      "create 1: 204",
      "event 1: the answer of 127.0.0.1:PORT is larger than 2 MB",
    ]
  `);
});

test('a 500 is repeated after 5 and 10 s, and then the conversation is escalated', async () => {
  const { url } = await service((got, response) => {
    if (!isEvent(got)) return false;
    json(response, { error: 'out of order' }, 500);
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    15s call endpoint text failed
    15s error aivendor.custom-endpoint.failed-request: the service answered 500, 3 times: {"error":"out of order"}
    15s messageToCustomer to consumer: Something went wrong. You are being connected to a colleague.
    15s escalated to people done
    15s messageToAgent to agents: The bot could not go on with this conversation.
    15s assigned to agent Ada (people) by escalation"
  `);
});

test('a 500 that is over with the second attempt costs the consumer 5 s', async () => {
  let failures = 1;
  const { url } = await service((got, response) => {
    if (!isEvent(got) || failures-- <= 0) return false;
    json(response, {}, 503);
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    5s call endpoint text
    5s bot-text: You said hi."
  `);
});

test('a 429 waits for a second, or for as long as it is told', async () => {
  const waits = ['', '7'];
  const { url } = await service((got, response) => {
    const wait = isEvent(got) ? waits.shift() : undefined;
    if (wait === undefined) return false;
    response.writeHead(429, wait ? { 'retry-after': wait } : {}).end();
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    8s call endpoint text
    8s bot-text: You said hi."
  `);
});

test('a 400 is final', async () => {
  const { url } = await service((got, response) => {
    if (!isEvent(got)) return false;
    json(response, { message: 'what is TEXT?' }, 400);
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    0s call endpoint text failed
    0s error aivendor.custom-endpoint.failed-request: the service answered 400: {"message":"what is TEXT?"}
    0s messageToCustomer to consumer: Something went wrong. You are being connected to a colleague.
    0s escalated to people done
    0s messageToAgent to agents: The bot could not go on with this conversation.
    0s assigned to agent Ada (people) by escalation"
  `);
});

test('a conversation that the service has lost is created once more', async () => {
  let lost = 1;
  const { url } = await service((got, response) => {
    if (!isEvent(got) || lost-- <= 0) return false;
    json(response, {}, 404);
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(requests(conversation)).toMatchInlineSnapshot(`
    [
      "token 1: 200",
      "create 1: 204",
      "event 1: 404",
      "create 1: 204",
      "event 1: 200",
    ]
  `);
  expect(heard(conversation)).toContain('bot-text: You said hi.');
});

test('a conversation that the service loses twice is escalated', async () => {
  const { url } = await service((got, response) => {
    if (!isEvent(got)) return false;
    json(response, {}, 404);
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(requests(conversation)).toMatchInlineSnapshot(`
    [
      "token 1: 200",
      "create 1: 204",
      "event 1: 404",
      "create 1: 204",
      "event 1: 404",
    ]
  `);
  expect(heard(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    0s call endpoint text failed
    0s error aivendor.custom-endpoint.failed-request: the service answered 404: {}
    0s messageToCustomer to consumer: Something went wrong. You are being connected to a colleague.
    0s escalated to people done
    0s messageToAgent to agents: The bot could not go on with this conversation.
    0s assigned to agent Ada (people) by escalation"
  `);
});

test('a conversation that the service knows already is no failure', async () => {
  const { url } = await service(({ method }, response) => {
    if (method !== 'PUT') return false;
    json(response, {}, 409);
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toContain('bot-text: You said hi.');
});
