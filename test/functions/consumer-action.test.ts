import { channelOf } from '../../functions/lib/bot/channel.ts';
import { consumerAction } from '../../functions/lib/bot/consumer-action.ts';
import { chat, chatWelcome, messaging, messagingWelcome } from './payloads.ts';

const chatId = 'H0000000000000000001-00000000000040008000000000000001K0000001';
const messagingId = '11111111-2222-4333-8444-555555555555';

describe('the channel', () => {
  test.each([
    ['chat', chat('hi')],
    ['chat', chatWelcome()],
    ['chat', { convId: chatId, message: 'hi', context: { lpEvent: {}, lpSdes: {} } }],
    ['messaging', messaging('hi')],
    ['messaging', messagingWelcome('')],
    ['messaging', { convId: messagingId, message: 'hi', context: { lpEvent: {}, lpSdes: {} } }],
    ['messaging', { convId: chatId, context: { lpEvent: { conversationContext: { type: 'MESSAGING' } } } }],
  ] as const)('%s is told from %j', (channel, request) => {
    expect(channelOf(request)).toBe(channel);
  });

  test('in doubt it is chat, whose answers messaging accepts too', () => {
    expect(channelOf({})).toBe('chat');
    expect(channelOf({ convId: 'c1', context: null })).toBe('chat');
  });
});

describe('the action', () => {
  test('a consumer who types "welcome" or the name of an event is no welcome event', () => {
    expect(consumerAction(messaging('welcome'))).toMatchObject({ type: 'text' });
    expect(consumerAction(chat('WELCOME'))).toMatchObject({ type: 'text' });
  });

  test('a chat begins by its event or by its flag', () => {
    expect(consumerAction({ event: { name: 'welcome' } })).toEqual({ type: 'welcome', lastMessage: '' });
    expect(consumerAction({ context: { lpEvent: { isWelcomeEvent: true } } })).toMatchObject({
      type: 'welcome',
    });
  });

  test('a text on an event that still has the flag stays a text', () => {
    const lpEvent = { isWelcomeEvent: true, text: 'You are now chatting with bot_chat.' };
    expect(consumerAction({ message: 'my order', context: { lpEvent } })).toMatchObject({ type: 'text' });
    expect(consumerAction({ message: lpEvent.text, context: { lpEvent } })).toMatchObject({
      type: 'welcome',
    });
  });

  test('a click is told by its metadata, as an array or as one object, among other entries', () => {
    const click = { type: 'ExternalId', id: 'agent' };
    const social = { type: 'SocialMessagingEventData' };
    expect(consumerAction(messaging('x', { metadata: [social, click] }))).toMatchObject({ clickId: 'agent' });
    expect(consumerAction(messaging('x', { metadata: click as never }))).toMatchObject({ clickId: 'agent' });
    expect(consumerAction(messaging('x', { metadata: [social] }))).toMatchObject({ clickId: null });
  });

  test('spaces around a text do not count, and spaces alone are nothing', () => {
    expect(consumerAction(messaging('  hi '))).toMatchObject({ text: 'hi' });
    expect(consumerAction(messaging('   '))).toEqual({ type: 'nothing' });
  });
});
