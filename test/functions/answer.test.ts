import { closeConversation, transfer } from '../../functions/lib/bot/actions.ts';
import { answer } from '../../functions/lib/bot/answer.ts';
import { clip } from '../../functions/lib/clip.ts';
import type { CustomIntegration } from '../../functions/lib/events.ts';
import { card } from '../../functions/lib/bot/messages.ts';

test('an answer holds what it was given and no empty parts', () => {
  expect(answer({ messages: ['Hi'] })).toEqual({ messages: ['Hi'] });
  expect(answer({ action: closeConversation() })).toEqual({ context: { action: 'CLOSE_CONVERSATION' } });
  expect(
    answer({ messages: ['Hi'], intent: { intentId: 'a', confidenceScore: 1 }, action: transfer('s') }),
  ).toEqual({
    messages: ['Hi'],
    context: { intentId: 'a', confidenceScore: 1, action: 'TRANSFER', actionParameters: { skill: 's' } },
  });
});

test('the types refuse two actions, an empty answer and an action with the parameters of another', () => {
  // @ts-expect-error: there is room for one action
  answer({ messages: ['Hi'], action: [transfer('s'), closeConversation()] });
  // @ts-expect-error: neither messages nor an action
  answer({ intent: { intentId: 'a', confidenceScore: 1 } });
  // @ts-expect-error: no message among the messages
  answer({ messages: [] });
  // @ts-expect-error: an intent alone is an error for the connector
  const intentOnly: CustomIntegration.Response = { context: { intentId: 'a', confidenceScore: 1 } };
  // @ts-expect-error: an intent without its score
  const noScore: CustomIntegration.Response = { messages: ['Hi'], context: { intentId: 'a' } };
  const mixed: CustomIntegration.Response = {
    messages: ['Hi'],
    // @ts-expect-error: a transfer needs a skill
    context: { action: 'TRANSFER', actionParameters: { ttrType: 'URGENT' } },
  };
  // @ts-expect-error: an action's name is case-sensitive
  const lowerCase: CustomIntegration.Response = { context: { action: 'transfer' } };
  expect([intentOnly, noScore, mixed, lowerCase]).toHaveLength(4);
});

test('an image that is not HTTPS is left out of a card, because it would fail the whole message', () => {
  expect(card({ title: 'T', image: 'https://images.example.com/a.png' }).structuredContent).toMatchObject({
    elements: [{ type: 'image' }, {}],
  });
  expect(card({ title: 'T', image: 'http://images.example.com/a.png' }).structuredContent).toMatchObject({
    elements: [{ type: 'text' }],
  });
});

test('a cut text keeps its length and no half characters', () => {
  expect(clip('abc', 3)).toBe('abc');
  expect(clip('abcd', 3)).toBe('ab…');
  expect(clip('a😀b', 3)).toBe('a…');
});
