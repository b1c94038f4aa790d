import { join } from 'node:path';
import { createConnector } from '../../emulator/connector/connect.ts';
import type { Conversation, ConversationStart } from '../../emulator/connector/session/conversation.ts';
import type { GivenSettings } from '../../emulator/connector/settings/settings.ts';
import type { Skill } from '../../emulator/connector/settings/skills.ts';
import { Invoker } from '../../emulator/index.ts';
import { type Generation, generations } from '../../emulator/platform/generations.ts';
import { loadSettings } from '../../emulator/project/settings.ts';
import { requestsOf, told } from './told.ts';

const root = join(__dirname, '../..');
const invokers = Object.fromEntries(
  generations.map((generation) => [generation, new Invoker({ settings: loadSettings(root), root })]),
);

afterAll(() => Promise.all(Object.values(invokers).map((invoker) => invoker.close())));

/** A conversation with the bot of the templates. */
async function talk(
  generation: Generation,
  settings: GivenSettings,
  start: ConversationStart = {},
  skills?: Skill[],
): Promise<Conversation> {
  const invoker = invokers[generation];
  if (!invoker) throw new Error(generation);
  const bots = [{ function: 'customIntegration', settings }];
  return (await createConnector({ root, invoker, generation, bots, ...(skills && { skills }) })).open(start);
}

const orders = [{ url: 'https://orders.example.com/*', body: { id: '471100', status: 'shipped' } }];
const robin = { unauthenticatedSdes: { personalInfo: { personalInfo: { name: 'Robin' } } } };

test.each(generations)(
  'the bot of the templates leads a consumer through a conversation on %s',
  async (generation) => {
    const conversation = await talk(
      generation,
      { engagementAttributes: true },
      { sdes: robin, mocks: orders },
    );
    const { consumer } = conversation;
    await consumer.says('hello');
    await consumer.clicks('Where is my order?');
    await consumer.says('471100');
    await consumer.says('bye');
    expect(told(conversation)).toBe(whole);
    expect(conversation.unusedMocks).toEqual([]);
    const verdicts = conversation.transcript.flatMap((entry) =>
      'record' in entry ? [entry.record?.outcome] : [],
    );
    expect(verdicts).toEqual(['ok', 'ok', 'ok', 'ok']);
  },
);

/** What all of that leads to. */
const whole = `0s consumer: hello → bot
0s assigned to bot customIntegration (bot) by routing
0s call customIntegration text
0s bot-text: Hello Robin!
0s bot-quick-replies: What can I do for you? [Where is my order?, Talk to a colleague]
0s consumer clicks Where is my order? (Where is my order?) → bot
0s call customIntegration text
0s bot-text: Happy to look that up. What is your order number? It has six to ten digits.
0s consumer: 471100 → bot
0s call customIntegration text
0s bot-card [Talk to a colleague]
0s consumer: bye → bot
0s call customIntegration text
0s bot-text: Thank you for your visit. Have a nice day!
0s CLOSE_CONVERSATION {} done
0s closed by bot`;

test('in a chat the bot of the templates speaks first, and hands over what it cannot do', async () => {
  const conversation = await talk('v2', { conversationType: 'chat' });
  await conversation.consumer.joins();
  await conversation.consumer.sendsFile({ relativePath: '/a.jpg', fileType: 'JPG' });
  expect(told(conversation)).toMatchInlineSnapshot(`
    "0s consumer-joined
    0s assigned to bot customIntegration (bot) by routing
    0s call customIntegration welcome
    0s bot-text: Hello!
    0s bot-text: What can I do for you?
    - Where is my order?
    - Talk to a colleague
    0s consumer-file → bot
    0s call customIntegration file
    0s bot-text: Thank you for the file. I cannot open it myself, so I am connecting you with a colleague.
    0s bot-private-note: Bot: the consumer sent a file that I cannot read.
    0s TRANSFER {"skill":"customer_care"} done
    0s assigned to agent an agent of customer_care (customer_care) by bot"
  `);
});

test('the hooks of the templates take data out, offer help, and report what goes wrong', async () => {
  const hooks = { pre: 'preHook', post: 'postHook', error: 'errorHook' };
  const conversation = await talk('v2', { hooks, escalation: { skill: 'people' } });
  await conversation.consumer.says('my card is 4111 1111 1111 1111');
  expect(JSON.stringify(requestsOf(conversation))).not.toContain('4111 1111');
  expect(told(conversation)).toMatchInlineSnapshot(`
    "0s consumer: my card is 4111 1111 1111 1111 → bot
    0s assigned to bot customIntegration (bot) by routing
    0s pre hook preHook changed
    0s call customIntegration text
    0s post hook postHook changed
    0s bot-quick-replies: Sorry, I did not understand that. I can help with one of these: [Where is my order?, Talk to a colleague]
    0s bot-text: I am not sure that this helps. Would you rather talk to a colleague?
    - Talk to a colleague"
  `);
  const broken = await talk('v2', { hooks }, {}, []);
  await broken.consumer.says('I want to talk to a human');
  const report = broken.transcript.find((entry) => entry.kind === 'hook' && entry.hook === 'error');
  expect(report).toMatchObject({
    outcome: 'called',
    record: {
      verdict: { pass: true },
      logs: [{ extras: [{ code: expect.stringMatching(/skill-not-existing$/), convId: broken.id }] }],
    },
  });
});
