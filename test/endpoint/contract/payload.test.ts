import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EndpointEvent } from '../../../emulator/endpoint/contract/event.ts';
import { identifiers } from '../../../emulator/endpoint/contract/identifiers.ts';
import { checkEvent } from '../../../emulator/endpoint/contract/event.ts';
import { toEvent } from '../../../emulator/endpoint/contract/to-event.ts';
import { toNewConversation } from '../../../emulator/endpoint/contract/to-new-conversation.ts';
import { toPayload } from '../../../emulator/endpoint/contract/to-payload.ts';
import { rawEvent, type RawContent, rawShapes } from '../../../emulator/connector/request/raw-events.ts';
import { eventType, requestOf } from '../../../emulator/connector/request/request.ts';
import { consumerIdentifiers } from '../../../emulator/platform/consumer-identifiers.ts';
import { isObject } from '../../../emulator/payload/document/path.ts';
import { temporaryFolder } from '../../temporary.ts';

const convId = '11111111-2222-4333-8444-555555555555';
const contents: RawContent[] = [
  { type: 'text', text: 'hi' },
  { type: 'text', text: 'yes', metadata: [{ type: 'ExternalId', id: '1' }] },
  { type: 'rich-content', content: { type: 'vertical', elements: [] } },
  { type: 'file', file: { relativePath: '/x.png', fileType: 'PNG', caption: 'mine', preview: '' } },
  { type: 'welcome', lastConsumerMessage: 'where is my order' },
];
const sdes = { unauthenticatedSdes: { cart: { total: 3 } }, authenticatedSdes: {} };

describe.each(['messaging', 'chat'] as const)('in %s', (channel) => {
  test.each(contents)(
    'a function gets over the wire what it gets from the connector: %j',
    async (content) => {
      for (const lpSdes of [sdes, {}]) {
        const shapes = await rawShapes(temporaryFolder({}));
        const place = { convId, dialogId: convId, channel, at: 1_800_000_000_000, sequence: 3, over: {} };
        const raw = rawEvent(content, place, shapes);
        const request = requestOf(
          { content, raw },
          { convId, channel, sdes: lpSdes, welcome: shapes.welcome },
        );
        const about = isObject(shapes[channel]['conversationContext'])
          ? shapes[channel]['conversationContext']
          : {};
        const conversation = toNewConversation({ sdes: lpSdes, context: about, assignedAgentId: 'x' });
        const event = checkEvent(
          JSON.parse(JSON.stringify(toEvent({ type: eventType({ content, raw }), request }))),
        );
        if (!event.ok) throw new Error(JSON.stringify(event.complaints));
        expect(toPayload(event.value, { convId, conversation })).toEqual(request);
      }
    },
  );
});

/** An event of the documentation. */
function sample(name: string): EndpointEvent {
  const text = readFileSync(join(__dirname, 'samples', `post-event.${name}.json`), 'utf8');
  const checked = checkEvent(JSON.parse(text));
  if (!checked.ok) throw new Error(name);
  return checked.value;
}

test('the contract, which a new endpoint gets a copy of, has the identifiers of the connector', () => {
  expect(identifiers).toEqual(consumerIdentifiers);
});

test.each([
  ['text.request', { message: 'Hi' }],
  ['rich-content.request', { message: 'com.liveperson.bot-connectors.consumer.send-rich-content' }],
  ['hosted-file.request.SPEC-ONLY', { message: 'com.liveperson.bot-connectors.consumer.send-file' }],
  [
    'start.request.PARTLY-INFERRED',
    { context: { lpEvent: { content: 'welcome', lastConsumerMessage: 'where is my order' } } },
  ],
])('the documented %s is something for a function', (name, payload) => {
  expect(toPayload(sample(name), { convId, conversation: {} })).toMatchObject({ convId, ...payload });
});

test('the end of a conversation is nothing for a function', () => {
  const conversation = {};
  const closed: EndpointEvent = { type: 'CONVERSATION', data: { name: 'CLOSED' } };
  expect(
    toPayload(sample('close-conversation.request.PARTLY-INFERRED'), { convId, conversation }),
  ).toBeNull();
  expect(toPayload(closed, { convId, conversation })).toBeNull();
});

test('a raw event that lacks what happened has it filled in', () => {
  const content = { type: 'vertical' };
  const event: EndpointEvent = { type: 'RICH_CONTENT', data: { content } };
  const conversation = { context: { type: 'MESSAGING', skillId: '7' } };
  expect(toPayload(event, { convId, conversation })?.context).toEqual({
    lpEvent: { event: { type: 'RichContentEvent', content }, conversationContext: conversation.context },
    lpSdes: {},
  });
});

test.each([
  [
    { type: 'text', request: { message: { a: 1 } } },
    { type: 'TEXT', data: { message: '{"a":1}' } },
  ],
  [
    { type: 'text', request: {} },
    { type: 'TEXT', data: { message: '' } },
  ],
  [
    { type: 'rich-content', request: null },
    { type: 'RICH_CONTENT', data: { content: {} } },
  ],
  [
    { type: 'file', request: { context: 'x' } },
    { type: 'hosted-file', data: { relativePath: '', fileType: '' } },
  ],
] as const)('whatever a pre hook made of a request, an event comes of it: %j', (heard, event) => {
  const made = toEvent(heard);
  expect(made).toMatchObject(event);
  expect(checkEvent(JSON.parse(JSON.stringify(made))).ok).toBe(true);
});
