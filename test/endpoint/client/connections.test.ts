import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../temporary.ts';
import { heard, isEvent, json, listen, requests, service, talkTo } from './service.ts';

test('a socket that is closed after an error does not fail the next request', async () => {
  let failing = true;
  const { url } = await service((got, response, request) => {
    if (!isEvent(got) || !failing) return false;
    failing = false;
    json(response, {}, 400);
    response.on('finish', () => setImmediate(() => request.socket.destroy()));
    return true;
  });
  const conversation = await talkTo({ url }, {}, { escalation: { skill: null } });
  await conversation.consumer.says('hi');
  await conversation.consumer.says('again');
  expect(requests(conversation)).toEqual(['token 1: 200', 'create 1: 204', 'event 1: 400', 'event 1: 200']);
});

test('a kept socket that the server closes without a word costs nothing but a second request', async () => {
  let dropping = true;
  const { url } = await service((got, _, request) => {
    if (!isEvent(got) || !dropping) return false;
    dropping = false;
    request.socket.destroy();
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(requests(conversation)).toMatchInlineSnapshot(`
    [
      "token 1: 200",
      "create 1: 204",
      "event 1: 127.0.0.1:PORT closed the connection before its answer was whole",
      "event 1: 200",
    ]
  `);
  expect(heard(conversation)).toContain('0s bot-text: You said hi.');
});

test('a server that closes every socket is a failure in the end', async () => {
  const { url } = await service((got, _, request) => {
    if (isEvent(got)) request.socket.destroy();
    return isEvent(got);
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    15s call endpoint text failed
    15s error aivendor.custom-endpoint.failed-request: 127.0.0.1:PORT closed the connection before its answer was whole, 3 times
    15s messageToCustomer to consumer: Something went wrong. You are being connected to a colleague.
    15s escalated to people done
    15s messageToAgent to agents: The bot could not go on with this conversation.
    15s assigned to agent Ada (people) by escalation"
  `);
});

test('an answer that breaks off is a broken connection', async () => {
  const { url } = await service((got, response) => {
    if (!isEvent(got)) return false;
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"response"');
    setImmediate(() => response.destroy());
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(requests(conversation)).toMatchInlineSnapshot(`
    [
      "token 1: 200",
      "create 1: 204",
      "event 1: 127.0.0.1:PORT closed the connection before its answer was whole",
      "event 2: 127.0.0.1:PORT closed the connection before its answer was whole",
      "event 3: 127.0.0.1:PORT closed the connection before its answer was whole",
    ]
  `);
});

test('a redirect to another host is not followed, and the token stays here', async () => {
  let reached = 0;
  const elsewhere = await listen((_, response) => {
    reached += 1;
    response.end();
  });
  const { url } = await service((got, response) => {
    if (!isEvent(got)) return false;
    response.writeHead(307, { location: `${elsewhere}/v1/` }).end();
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    0s call endpoint text failed
    0s error aivendor.custom-endpoint.failed-request: the service answered 307, a redirect to http://127.0.0.1:PORT/v1/; the token goes nowhere but to the configured address
    0s messageToCustomer to consumer: Something went wrong. You are being connected to a colleague.
    0s escalated to people done
    0s messageToAgent to agents: The bot could not go on with this conversation.
    0s assigned to agent Ada (people) by escalation"
  `);
  expect(reached).toBe(0);
});

test('a self-signed certificate is refused with what to do, and trusted when it is given', async () => {
  const { key, cert } = certificate();
  const { url, got } = await service(() => false, { key, cert });
  const wary = await talkTo({ url });
  await wary.consumer.says('hi');
  expect(heard(wary)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    0s call endpoint text failed
    0s error aivendor.custom-endpoint.failed-request: 127.0.0.1:PORT has a self-signed certificate; trust it with --ca <file>, the certificate or its authority in PEM
    0s messageToCustomer to consumer: Something went wrong. You are being connected to a colleague.
    0s escalated to people done
    0s messageToAgent to agents: The bot could not go on with this conversation.
    0s assigned to agent Ada (people) by escalation"
  `);
  expect(got).toEqual([]);
  const trusting = await talkTo({ url }, { ca: cert });
  await trusting.consumer.says('hi');
  expect(heard(trusting)).toContain('bot-text: You said hi.');
});

test('http and https taken for each other are told', async () => {
  const { url } = await service();
  const secure = await talkTo({ url: url.replace('http:', 'https:') });
  await secure.consumer.says('hi');
  expect(heard(secure)).toContain('does the base URL have to begin with http://?');
  const { url: other } = await service(() => false, certificate());
  const plain = await talkTo({ url: other.replace('https:', 'http:') }, { pauses: [] });
  await plain.consumer.says('hi');
  expect(heard(plain)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    0s call endpoint text failed
    0s error aivendor.custom-endpoint.failed-request: 127.0.0.1:PORT closed the connection before its answer was whole
    0s messageToCustomer to consumer: Something went wrong. You are being connected to a colleague.
    0s escalated to people done
    0s messageToAgent to agents: The bot could not go on with this conversation.
    0s assigned to agent Ada (people) by escalation"
  `);
});

test('what a service tells of its time stands beside what was measured', async () => {
  const { url } = await service((got, response) => {
    if (isEvent(got)) response.setHeader('server-timing', 'bot;dur=12.3, auth;dur=0.4;desc="token", miss');
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  const call = conversation.transcript.find((entry) => entry.kind === 'bot-call');
  const exchange = call?.kind === 'bot-call' ? call.exchanges?.at(-1) : undefined;
  expect(exchange).toEqual({
    purpose: 'event',
    method: 'POST',
    url: expect.stringMatching(
      /^http:\/\/127\.0\.0\.1:\d+\/v1\/bots\/[\w-]+\/environments\/draft\/conversations\/[\w-]+\/events$/,
    ),
    attempt: 1,
    status: 200,
    durations: { auth: expect.any(Number), connect: 0, server: expect.any(Number) },
    serverTiming: { bot: 12.3, auth: 0.4 },
  });
});

/** A pair of its own for 127.0.0.1. */
function certificate(): { key: string; cert: string } {
  const folder = temporaryFolder({});
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = '-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1';
  const how = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 ${names}`;
  execFileSync('openssl', [...how.split(' '), '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}
