import type { ServerResponse } from 'node:http';
import { heard, isEvent, json, requests, service, talkTo } from './service.ts';

/** What is said about an answer that cannot be read. */
async function complaintAbout(answer: (response: ServerResponse) => void): Promise<string | undefined> {
  const { url } = await service((got, response) => {
    if (!isEvent(got)) return false;
    answer(response);
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(requests(conversation).filter((line) => line.startsWith('event'))).toEqual(['event 1: 200']);
  expect(heard(conversation)).toContain('escalated to people done');
  return /error .*/.exec(heard(conversation))?.[0].replace('error aivendor.custom-endpoint.', '');
}

function sending(type: string | undefined, body: string | Buffer): (response: ServerResponse) => void {
  return (response) => response.writeHead(200, type ? { 'content-type': type } : {}).end(body);
}

test('a page of HTML is none, whatever it says it is', async () => {
  const page = '<!doctype html>\n<html><title>It works!</title></html>';
  expect(await complaintAbout(sending('text/html; charset=utf-8', page))).toMatchInlineSnapshot(
    `"invalid-response: the response cannot be used: the answer is text/html; charset=utf-8, expected application/json: <!doctype html> <html><title>It works!</title></html>"`,
  );
  expect(await complaintAbout(sending('application/json', page))).toMatchInlineSnapshot(
    `"invalid-response: the response cannot be used: the answer is no JSON: <!doctype html> <html><title>It works!</title></html>"`,
  );
});

test('JSON with another content type is refused', async () => {
  expect(await complaintAbout(sending('text/plain', '{"response":[]}'))).toMatchInlineSnapshot(
    `"invalid-response: the response cannot be used: the answer is text/plain, expected application/json: {"response":[]}"`,
  );
});

test('JSON that breaks off, no body, bytes that are no text and a compressed body are told apart', async () => {
  const broken = '{\n  "response": [\n    { "type": "TEXT" ';
  expect(await complaintAbout(sending('application/json', broken))).toMatchInlineSnapshot(
    `"invalid-response: the response cannot be used: the answer is no JSON at line 3, column 22: { "response": [ { "type": "TEXT""`,
  );
  expect(await complaintAbout(sending(undefined, ''))).toMatchInlineSnapshot(
    `"invalid-response: the response cannot be used: the answer has no body, expected JSON"`,
  );
  expect(await complaintAbout(sending(undefined, Buffer.from([0x22, 0xff, 0x22])))).toMatchInlineSnapshot(
    `"invalid-response: the response cannot be used: the answer is no UTF-8"`,
  );
  const zipped = await complaintAbout((response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end('{}'),
  );
  expect(zipped).toMatchInlineSnapshot(
    `"invalid-response: the response cannot be used: the answer is compressed (gzip), which nobody asked for"`,
  );
});

test('invalid items are told with their positions', async () => {
  const items = [
    { type: 'TEXT', data: { message: 'hello' } },
    { type: 'TEXT', data: { text: 'a name of functions' } },
    { type: 'DELAY', data: { seconds: 'two' } },
    { type: 'CARD', data: {} },
    'hello',
  ];
  expect(await complaintAbout((response) => json(response, { response: items }))).toMatchInlineSnapshot(
    `"invalid-response: the response cannot be used: response[1].data.message: message is missing, expected a string, and 3 more"`,
  );
  expect(await complaintAbout((response) => json(response, { messages: ['hello'] }))).toMatchInlineSnapshot(
    `"invalid-response: the response cannot be used: response is missing, expected an array of items"`,
  );
  expect(await complaintAbout((response) => json(response, null))).toMatchInlineSnapshot(
    `"invalid-response: the response cannot be used: the body is null, expected an object with response and analytics"`,
  );
});

test('every complaint about a response stands in the error', async () => {
  const { url } = await service((got, response) => {
    if (!isEvent(got)) return false;
    json(response, { response: [{ type: 'DELAY', data: { seconds: 0, typing: 'yes' } }] });
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  const error = conversation.transcript.find(({ kind }) => kind === 'error');
  expect(error).toMatchObject({
    code: 'com.liveperson.bot-connectors-worker.error.aivendor.custom-endpoint.invalid-response',
    findings: [{ path: 'response[0].data.seconds' }, { path: 'response[0].data.typing' }],
  });
});

test('two actions are one too many', async () => {
  const close = { type: 'ACTION', data: { name: 'CLOSE_CONVERSATION' } };
  expect(
    await complaintAbout((response) => json(response, { response: [close, close] })),
  ).toMatchInlineSnapshot(
    `"invalid-response: the response cannot be used: response[1] is a second action, and a response holds one at most"`,
  );
});

test('an empty response is what an answer without messages is', async () => {
  expect(await complaintAbout((response) => json(response, { response: [] }))).toMatchInlineSnapshot(
    `"error pipes.verify-ai-response.missing-action-and-messages: the answer holds neither messages nor an action (com.liveperson.bot-connectors-worker.error.pipes.verify-ai-response.missing-action-and-messages)"`,
  );
});

test('what only agents would see refuses nothing, and is told', async () => {
  const { url } = await service((got, response) => {
    if (!isEvent(got)) return false;
    const text = { type: 'TEXT', data: { message: 'hello', metadata: [{ type: 'ExternalId', id: '1' }] } };
    json(response, { response: [text], analytics: { intents: [{ id: 'a b', confidenceScore: 2 }] } });
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    0s call endpoint text
    0s notice bad-answer: response[0].data.metadata: the metadata of a plain text is not shown here: the emulator delivers the text alone
    0s notice bad-answer: analytics.intents[0].id: id is "a b", expected text without white space
    0s notice bad-answer: analytics.intents[0].description: description is missing, expected a string
    0s notice bad-answer: analytics.intents[0].confidenceScore: confidenceScore is 2, expected a number from 0 to 1
    0s notice bad-answer: confidenceScore is 2, expected a number from 0 to 1 (liveperson-functions-invalid-body)
    0s bot-text: hello"
  `);
});

test('an action by the name that functions have for it is passed over, and told', async () => {
  const { url } = await service((got, response) => {
    if (!isEvent(got)) return false;
    const parameters = { skill: 'people' };
    json(response, {
      response: [
        { type: 'TEXT', data: { message: 'hello' } },
        { type: 'ACTION', data: { name: 'TRANSFER', parameters } },
      ],
      analytics: {},
    });
    return true;
  });
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  expect(heard(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    0s call endpoint text
    0s notice bad-answer: response[1].data.parameters.skill: a Custom Endpoint calls it skillName
    0s bot-text: hello
    0s TRANSFER {"skillName":"people"} ignored"
  `);
});
