import { answer, obedient, project } from './made.ts';
import { errorsOf, requestsOf, seen, told } from './told.ts';

const made = project({
  bot: obedient,
  preHook: 'return { ...payload, message: `${payload.message} (checked)` };',
  postHook: "return { ...payload, messages: [...payload.messages, 'Anything else?'] };",
  preHookSame: 'return payload;',
  preHookBroken: "throw new Error('no luck');",
  preHookEmpty: 'return undefined;',
  postHookBroken: "throw new Error('no luck');",
  postHookEmpty: 'return {};',
  postHookQuick: `return { messages: [{ structuredContent: { message: 'Sure?', quickReplies: {
    type: 'quickReplies', itemsPerRow: 2, replies: [{ type: 'button', title: 'Yes',
    click: { actions: [{ type: 'publishText', text: 'yes' }] } }] } } }] };`,
  errorHook: "console.info(JSON.stringify(payload)); return 'nobody reads this';",
  errorHookBroken: "throw new Error('no luck either');",
});

test('the pre hook changes what the bot is asked, the post hook what it answers', async () => {
  const conversation = await made.talk({ hooks: { pre: 'preHook', post: 'postHook' } });
  await conversation.consumer.says('hello');
  expect(told(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hello → bot
    0s assigned to bot bot (bot) by routing
    0s pre hook preHook changed
    0s call bot text
    0s post hook postHook changed
    0s bot-text: You said hello (checked).
    0s bot-text: Anything else?"
  `);
  expect(requestsOf(conversation)[0]?.message).toBe('hello (checked)');
});

test('a hook that changes nothing is noted as such, with its record', async () => {
  const conversation = await made.talk({ hooks: { pre: 'preHookSame' } });
  await conversation.consumer.says('hello');
  expect(conversation.transcript.find(({ kind }) => kind === 'hook')).toMatchObject({
    outcome: 'unchanged',
    record: { function: 'preHookSame', outcome: 'ok', verdict: { pass: true } },
  });
});

test('a welcome goes through the hooks too', async () => {
  const conversation = await made.talk({ conversationType: 'chat', hooks: { post: 'postHook' } });
  await conversation.consumer.joins();
  expect(seen(conversation)).toEqual(['Welcome.', 'Anything else?']);
});

test.each([
  ['preHookBroken', { pre: 'preHookBroken' }, 0],
  ['preHookEmpty', { pre: 'preHookEmpty' }, 0],
  ['postHookBroken', { post: 'postHookBroken' }, 1],
])('a hook that fails is an error of the bot: %s', async (name, hooks, calls) => {
  const conversation = await made.talk({ hooks });
  await conversation.consumer.says('hello');
  expect(errorsOf(conversation)).toEqual(['aivendor.faas.failed-hook']);
  expect(conversation.transcript).toContainEqual(
    expect.objectContaining({ kind: 'hook', function: name, outcome: 'failed' }),
  );
  expect(requestsOf(conversation)).toHaveLength(calls);
});

test('what a post hook answers is checked like the answer of the bot', async () => {
  const empty = await made.talk({ hooks: { post: 'postHookEmpty' } });
  await empty.consumer.says('hello');
  expect(errorsOf(empty)).toEqual(['pipes.verify-ai-response.missing-action-and-messages']);
  const quick = await made.talk({ conversationType: 'chat', hooks: { post: 'postHookQuick' } });
  await quick.consumer.joins();
  expect(errorsOf(quick)).toEqual(['pipes.verify-ai-response.quick-replies-not-supported']);
});

test('without a body there is nothing that a post hook could change', async () => {
  const conversation = await made.talk({ hooks: { post: 'postHook' } });
  await conversation.consumer.says('null');
  expect(errorsOf(conversation)).toEqual(['aivendor.faas.missing-response-body']);
  expect(told(conversation)).not.toContain('post hook');
});

test('the error hook is told what happened before anybody takes over, and its answer is read by nobody', async () => {
  const conversation = await made.talk({ hooks: { error: 'errorHook' }, escalation: { skill: 'people' } });
  await conversation.consumer.says(answer({ messages: [] }));
  expect(told(conversation)).toMatchInlineSnapshot(`
    "0s consumer: {"messages":[]} → bot
    0s assigned to bot bot (bot) by routing
    0s call bot text
    0s error pipes.verify-ai-response.missing-action-and-messages: the answer holds neither messages nor an action (com.liveperson.bot-connectors-worker.error.pipes.verify-ai-response.missing-action-and-messages)
    0s error hook errorHook called
    0s messageToCustomer to consumer: Something went wrong. You are being connected to a colleague.
    0s escalated to people done
    0s messageToAgent to agents: The bot could not go on with this conversation.
    0s assigned to agent an agent of people (people) by escalation"
  `);
  const error = conversation.transcript.find((entry) => entry.kind === 'error');
  expect(told1(conversation)).toEqual({
    error: { errorId: error?.errorId, name: error?.code },
    vendor: 'faas',
    faasPayload: requestsOf(conversation)[0],
    faas: { messages: [] },
  });
});

/** What the error hook has logged: what it was told. */
function told1({ transcript }: Parameters<typeof told>[0]): unknown {
  const hook = transcript.find((entry) => entry.kind === 'hook' && entry.hook === 'error');
  const [log] = hook?.kind === 'hook' ? (hook.record?.logs ?? []) : [];
  return JSON.parse(log?.message ?? 'null');
}

test('an error hook that fails changes nothing', async () => {
  const conversation = await made.talk({
    hooks: { error: 'errorHookBroken' },
    escalation: { skill: 'people' },
  });
  await conversation.consumer.says(answer({ messages: [] }));
  expect(errorsOf(conversation)).toHaveLength(1);
  expect(told(conversation)).toContain('error hook errorHookBroken failed');
  expect(conversation.assignee).toEqual({ type: 'agent', name: 'an agent of people' });
});

test('a hook that is no function of the project is found before anybody talks', async () => {
  await expect(made.connect({ settings: { hooks: { pre: 'preHok' } } })).rejects.toMatchObject({
    finding: { code: 'unknown-function', message: 'no function named "preHok". Did you mean "preHook"?' },
  });
});

test.each([
  [
    { bots: [{ function: 'preHook' }] },
    'preHook is a function for bot_connectors_pre_hook; a bot is one for',
  ],
  [{ settings: { hooks: { pre: 'bot' } } }, 'integration; a pre hook is one for bot_connectors_pre_hook'],
  [{ settings: { hooks: { post: 'preHook' } } }, 'a post hook is one for bot_connectors_post_hook'],
  [{ settings: { hooks: { error: 'bot' } } }, 'an error hook is one for bot_connectors_error_hook'],
])('a function is what its event says, and nothing else: %j', async (making, message) => {
  await expect(made.connect(making)).rejects.toMatchObject({
    finding: { code: 'bad-connector-settings', message: expect.stringContaining(message) },
  });
});
