import { obedient, project } from './made.ts';
import { errorsOf, seen, told } from './told.ts';

const made = project({
  bot: obedient,
  broken: "throw new Error('no luck');",
  errorHook: 'console.info(Object.keys(payload).join());',
});
const escalation = { messageToCustomer: 'One moment.', skill: 'people' };

test('a bot that is offline takes no conversations; online it takes those that wait', async () => {
  const conversation = await made.talk();
  await conversation.setBotState('offline');
  await conversation.consumer.says('hello');
  await conversation.consumer.says('anybody?');
  expect(conversation).toMatchObject({ state: 'queued', assignee: { type: 'nobody' } });
  await conversation.setBotState('online');
  expect(told(conversation)).toMatchInlineSnapshot(`
    "0s bot offline
    0s consumer: hello → waiting
    0s assigned to nobody (bot) by routing
    0s consumer: anybody? → waiting
    0s bot online
    0s assigned to bot bot (bot) by routing
    0s call bot text
    0s bot-text: You said hello.
    0s call bot text
    0s bot-text: You said anybody?."
  `);
});

test('with a vendor interruption new conversations are taken and escalated at once', async () => {
  const connector = await made.connect({ settings: { escalation, hooks: { error: 'errorHook' } } });
  const before = await connector.open();
  await before.consumer.says('hello');
  await before.setBotState('vendor-interruption');
  const conversation = await connector.open();
  await conversation.consumer.says('hello');
  expect(told(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hello → bot
    0s assigned to bot bot (bot) by routing
    0s messageToCustomer to consumer: One moment.
    0s escalated to people done
    0s messageToAgent to agents: The bot could not go on with this conversation.
    0s assigned to agent an agent of people (people) by escalation"
  `);
  await before.consumer.says('still here');
  expect(seen(before)).toEqual(['You said hello.', 'You said still here.']);
  expect(connector.counts.get('bot')).toEqual({ total: 2, open: 1, closed: 0, transferred: 0, escalated: 1 });
});

test('a bot with a vendor interruption that would escalate to itself gives up', async () => {
  const conversation = await made.talk();
  await conversation.setBotState('vendor-interruption');
  await conversation.consumer.says('hello');
  expect(told(conversation)).toContain('escalated to bot failed');
  expect(conversation).toMatchObject({ state: 'queued', assignee: { type: 'nobody' } });
});

test('a service interruption ends with the first restart that succeeds: one is tried each minute', async () => {
  const conversation = await made.talk();
  await conversation.consumer.says('hello');
  await conversation.setBotState('service-interruption');
  await conversation.consumer.says('one');
  await conversation.advance(150_000);
  await conversation.consumer.says('two');
  await conversation.setBotState('online');
  await conversation.advance(29_999);
  expect(seen(conversation)).toEqual(['You said hello.']);
  await conversation.advance(1);
  expect(told(conversation).split('\n').slice(4)).toEqual([
    '0s bot service-interruption',
    '0s consumer: one → waiting',
    '150s consumer: two → waiting',
    '180s bot online after 3 attempts',
    '180s call bot text',
    '180s bot-text: You said one.',
    '180s call bot text',
    '180s bot-text: You said two.',
  ]);
});

test('in a service interruption no new conversation is taken', async () => {
  const connector = await made.connect();
  const first = await connector.open();
  await first.setBotState('service-interruption');
  const second = await connector.open();
  await second.consumer.says('hello');
  expect(second.state).toBe('queued');
  await first.setBotState('online');
  await first.advance(60_000);
  await second.advance(0);
  expect(seen(second)).toEqual(['You said hello.']);
});

test('a bot starts after its connection has been tested', async () => {
  const good = await made.connect();
  expect(await good.start()).toEqual({ state: 'online' });
  const bad = await made.connect({ bots: [{ function: 'broken' }] });
  expect(await bad.start()).toEqual({
    state: 'offline',
    code: 'com.liveperson.bot-connectors-worker.error.aivendor.faas.testConnection',
    message: 'the function broken ended with failed: no luck',
  });
  const conversation = await bad.open();
  await conversation.consumer.says('hello');
  expect(conversation.state).toBe('queued');
  await expect(good.start('bto')).rejects.toMatchObject({ finding: { hint: 'the bots are bot' } });
});

test('a bot has 999 conversations at most; one more is escalated, and when one is closed there is room again', async () => {
  const connector = await made.connect({ settings: { escalation, hooks: { error: 'errorHook' } } });
  const all = await Promise.all(Array.from({ length: 999 }, () => connector.open()));
  await Promise.all(all.map((conversation, index) => conversation.consumer.says(`number ${index}`)));
  expect(connector.counts.get('bot')).toMatchObject({ total: 999, open: 999 });
  const mixedUp = all.filter(
    (conversation, index) => seen(conversation).join() !== `You said number ${index}.`,
  );
  expect(mixedUp).toEqual([]);
  const late = await connector.open();
  await late.consumer.says('hello');
  expect(errorsOf(late)).toEqual(['pipes.conversation-limit-checker.max-conv-limit-reached']);
  expect(told(late)).toMatchInlineSnapshot(`
    "0s consumer: hello → bot
    0s assigned to bot bot (bot) by routing
    0s error pipes.conversation-limit-checker.max-conv-limit-reached: bot has 999 open conversations already
    0s error hook errorHook called
    0s messageToCustomer to consumer: One moment.
    0s escalated to people done
    0s messageToAgent to agents: The bot could not go on with this conversation.
    0s assigned to agent an agent of people (people) by escalation"
  `);
  const hook = late.transcript.find((entry) => entry.kind === 'hook');
  expect(hook?.record?.logs).toMatchObject([{ message: 'error,vendor' }]);
  await all[0]?.close();
  const next = await connector.open();
  await next.consumer.says('hello');
  expect(seen(next)).toEqual(['You said hello.']);
  expect(connector.counts.get('bot')).toEqual({
    total: 1_001,
    open: 999,
    closed: 1,
    transferred: 0,
    escalated: 1,
  });
});
