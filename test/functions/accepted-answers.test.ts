import type { CustomIntegration } from '../../functions/lib/events.ts';
import { card, delay, privateNote, quickReplies } from '../../functions/lib/bot/messages.ts';
import { answer, noResponse } from '../../functions/lib/bot/answer.ts';
import { changeTtr, closeConversation, invocation, transfer } from '../../functions/lib/bot/actions.ts';
import { channelOf } from '../../functions/lib/bot/channel.ts';
import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';
import {
  chat,
  chatIdentity,
  chatWelcome,
  messaging,
  messagingIdentity,
  messagingWelcome,
} from './payloads.ts';
import { toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

async function complaints(payload: CustomIntegration.Request, result: unknown): Promise<string[]> {
  const context = { payload, generation: 'v2' } as const;
  const findings = await judgeAnswer('bot_connectors_custom_integration', result, context);
  return findings.map(({ path, message }) => `${path}: ${message}`);
}

const garbage: unknown[] = [
  undefined,
  null,
  '',
  'text',
  42,
  [],
  {},
  { message: null, context: null, event: null, convId: null },
  { message: '   ' },
  { message: 17, convId: 18, event: 'WELCOME' },
  { message: ['agent'], context: 'lpEvent' },
  { message: 'agent', context: { lpEvent: 'x', lpSdes: 'y' } },
  { message: 'agent', context: { lpEvent: { metadata: 'x', event: null }, lpSdes: null } },
  { message: 'agent', context: { lpEvent: { metadata: [null, 3, { type: 'ExternalId', id: 4 }] } } },
  { context: { lpSdes: { authenticatedSdes: null, unauthenticatedSdes: { personalInfo: null } } } },
  {
    message: 'com.liveperson.bot-connectors.consumer.send-rich-content',
    context: { lpEvent: { event: { content: { elements: [null, 'map'] } } } },
  },
  { message: 'com.liveperson.bot-connectors.consumer.send-rich-content', context: { lpEvent: {} } },
  { message: 'a'.repeat(1_000_000) },
  { event: { name: {} } },
];

const requests: CustomIntegration.Request[] = [
  chatWelcome(chatIdentity),
  messagingWelcome('', messagingIdentity),
  messagingWelcome('bye'),
  ...['hi', 'agent', 'urgent', 'bye', 'order', 'joke', 'urgent agent order bye', '😀'].flatMap((text) => [
    chat(text),
    messaging(text),
  ]),
  messaging('com.liveperson.bot-connectors.consumer.send-file'),
];

test.each(requests.map((payload) => [channelOf(payload), payload.message ?? 'welcome', payload] as const))(
  'the connector accepts the bot’s answer on %s to: %s',
  async (_channel, _message, payload) => {
    const { lambda } = await import('../../functions/customIntegration/index.ts');
    expect(await complaints(payload, await lambda({ payload }))).toEqual([]);
  },
);

test.each(garbage.map((payload) => [JSON.stringify([payload]).slice(1, 80), payload]))(
  'the bot answers garbage with something that the connector accepts: %s',
  async (_, payload) => {
    const { lambda } = await import('../../functions/customIntegration/index.ts');
    const request = payload as CustomIntegration.Request;
    expect(await complaints(request, await lambda({ payload: request }))).toEqual([]);
  },
);

test('the connector accepts whatever the builders build, however long the texts', async () => {
  const long = '😀'.repeat(3000);
  const replies = Array.from({ length: 30 }, (_, index) => ({ title: `Reply ${index}` }));
  const messages: CustomIntegration.Message[] = [
    'Text',
    delay(0.2, false),
    privateNote('Note'),
    quickReplies('Which?', [{ title: long, text: long, id: long }, ...replies]),
    card({
      image: 'https://images.example.com/a.png',
      title: long.slice(0, 200),
      lines: ['One', 'Two'],
      buttons: [
        { title: 'Open', link: 'https://www.example.com/' },
        { title: 'Say', text: 'Said', id: 'say' },
      ],
      externalId: long,
    }),
  ];
  for (const message of messages) {
    expect(await complaints(messaging('hi'), answer({ messages: [message] }))).toEqual([]);
  }
});

test('the connector accepts each action, with and without messages, and the answer that says nothing', async () => {
  const actions = [
    transfer('customer_care'),
    transfer('customer_care', '1000000003'),
    closeConversation(),
    closeConversation({ withoutSurvey: true }),
    changeTtr('PRIORITIZED'),
    invocation('4ec49ffc-080b-4e59-b302-18d6b826191b', { orderNumber: '1' }, { failOnError: true }),
  ];
  const answers = actions.flatMap((action) => [answer({ action }), answer({ messages: ['Hi'], action })]);
  for (const result of [...answers, noResponse()]) {
    expect(await complaints(messaging('hi'), result)).toEqual([]);
  }
});
