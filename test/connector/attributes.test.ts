import { obedient, project } from './made.ts';
import { errorsOf, requestsOf, seen } from './told.ts';

const made = project({ bot: obedient, other: obedient });
const on = { engagementAttributes: true };
const vip = { unauthenticatedSdes: { customerInfo: { customerInfo: { customerType: 'vip' } } } };
const basic = { unauthenticatedSdes: { customerInfo: { customerInfo: { customerType: 'basic' } } } };

test('engagement attributes are collected when the conversation starts and repeated with every message', async () => {
  const conversation = await made.talk(on, { start: { sdes: vip } });
  await conversation.consumer.says('one');
  await conversation.consumer.reports(basic);
  await conversation.consumer.says('two');
  expect(requestsOf(conversation).map(({ context }) => context.lpSdes)).toEqual([vip, vip]);
  expect(errorsOf(conversation)).toEqual([]);
});

test('a bot that does not collect them gets none', async () => {
  const conversation = await made.talk({}, { start: { sdes: vip } });
  await conversation.consumer.says('one');
  expect(requestsOf(conversation)[0]?.context.lpSdes).toEqual({});
});

test('a bot that is transferred to collects them anew', async () => {
  const bots = [
    { function: 'bot', settings: on },
    { function: 'other', settings: { ...on, skill: 'other', welcomeMessage: true } },
  ];
  const conversation = await made.talk({}, { bots, start: { sdes: vip } });
  await conversation.consumer.says('one');
  await conversation.consumer.reports(basic);
  await conversation.agent.transfers('other');
  expect(requestsOf(conversation).map(({ context }) => context.lpSdes)).toEqual([vip, basic]);
});

test('a visitor without attributes is an error that the conversation survives', async () => {
  const conversation = await made.talk(on);
  await conversation.consumer.says('one');
  expect(errorsOf(conversation)).toEqual(['sdes-service.uauth-sdes-entry-is-empty']);
  expect(seen(conversation)).toEqual(['You said one.']);
});

test('a visitor without a session has none to collect', async () => {
  const lpEvent = { conversationContext: { visitor: { sharkSessionId: null } } };
  const conversation = await made.talk(on, { start: { sdes: vip, lpEvent } });
  await conversation.consumer.says('one');
  expect(errorsOf(conversation)).toEqual(['sdes-service.missing-session-or-visitor-id']);
  expect(requestsOf(conversation)[0]?.context.lpSdes).toEqual({});
});
