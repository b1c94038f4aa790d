import type { Button } from './button';
import type { Channel } from './channel';
import type { Message } from '../events/custom-integration';
import { quickReplies } from './messages';

/** A question with answers to pick from: quick replies on messaging, a plain list on chat, which has none. */
export function choices(
  channel: Channel,
  question: string,
  options: readonly [Button, ...Button[]],
): Message {
  if (channel === 'messaging') return quickReplies(question, options);
  return [question, ...options.map(({ title }) => `- ${title}`)].join('\n');
}
