import { consumerIdentifiers } from '../../platform/consumer-identifiers.ts';
import type { BotEventType } from '../bot/bot.ts';
import type { RawContent } from './raw-events.ts';
import type { Channel } from '../settings/settings.ts';

/** One event on its way to a bot: what happened, and the raw event of the API that told of it. */
export interface Passed {
  content: RawContent;
  raw: Readonly<Record<string, unknown>>;
}

/** What one request is made of beside the event. */
interface Asking {
  convId: string;
  channel: Channel;
  sdes: Readonly<Record<string, unknown>>;
  /** What `event` is when a chat begins. */
  welcome: Readonly<Record<string, unknown>>;
}

/**
 * What a Custom Integration is asked. Both forms of the welcome are documented, what `message` is beside them is not:
 * it is left out (ours), and so is `event` on messaging.
 * Source: developers.liveperson.com/third-party-bots-liveperson-functions-advanced-features.html.
 */
export function requestOf(
  { content, raw }: Passed,
  { convId, channel, sdes, welcome }: Asking,
): Record<string, unknown> {
  const context = { lpEvent: raw, lpSdes: sdes };
  if (content.type !== 'welcome') return { convId, message: messageOf(content), context };
  return channel === 'chat' ? { convId, event: welcome, context } : { convId, context };
}

function messageOf(content: Exclude<RawContent, { type: 'welcome' }>): string {
  return content.type === 'text' ? content.text : consumerIdentifiers[content.type];
}

/** What kind of event a bot is told of. */
export function eventType({ content }: Passed): BotEventType {
  return content.type;
}
