import { heard, requests, service, talkTo } from './service.ts';

test('a conversation is created with its first event, and told the others', async () => {
  const { url, got } = await service();
  const conversation = await talkTo({ url });
  await conversation.consumer.says('hi');
  await conversation.consumer.says('bye');
  expect(heard(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    0s call endpoint text
    0s bot-text: You said hi.
    0s consumer: bye → bot
    0s call endpoint text
    0s bot-text: You said bye."
  `);
  expect(requests(conversation)).toMatchInlineSnapshot(`
    [
      "token 1: 200",
      "create 1: 204",
      "event 1: 200",
      "event 1: 200",
    ]
  `);
  expect(got.map(({ method, path }) => `${method} ${path}`)).toMatchInlineSnapshot(`
    [
      "PUT draft/conversations/11111111-2222-4333-8444-555555555555",
      "POST draft/conversations/11111111-2222-4333-8444-555555555555/events",
      "POST draft/conversations/11111111-2222-4333-8444-555555555555/events",
    ]
  `);
});
