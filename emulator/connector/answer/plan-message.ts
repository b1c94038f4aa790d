import type { Finding } from '../../errors.ts';
import { isObject } from '../../payload/document/path.ts';
import { choicesIn } from '../transcript/choices.ts';
import type { DeliveryEntry } from '../transcript/entry.ts';
import type { Channel } from '../settings/settings.ts';

/** Whose answer is planned, and where. */
export interface Planning {
  bot: string;
  channel: Channel;
}

/** What goes with one message. */
interface Carrying extends Planning {
  /** Encoded metadata of the whole answer. */
  encoded?: string | undefined;
  /** Why the message is dropped. */
  dropped?: Finding | undefined;
}

/** One entry of `messages`, which the contract has found fit, as it is delivered. */
export function readMessage(message: unknown, carrying: Carrying): DeliveryEntry {
  const { bot, dropped } = carrying;
  if (isObject(message) && message['delay'] !== undefined) {
    return { kind: 'bot-delay', bot, seconds: Number(message['delay']), typing: message['typing'] !== false };
  }
  if (dropped) return { kind: 'bot-dropped', bot, message, finding: dropped };
  if (!isObject(message)) return { kind: 'bot-text', bot, text: String(message), ...encodedOf({}, carrying) };
  if (message['structuredContent'] !== undefined) return readContent(message, carrying);
  return { kind: 'bot-private-note', bot, text: String(message['text']) };
}

/** A message that holds structured content, as it is delivered. */
export function readContent(holder: Readonly<Record<string, unknown>>, carrying: Carrying): DeliveryEntry {
  const { bot, dropped } = carrying;
  const { structuredContent: content, metadata } = holder;
  if (dropped) return { kind: 'bot-dropped', bot, message: holder, finding: dropped };
  const along = { ...(metadata !== undefined && { metadata }), ...encodedOf(holder, carrying) };
  if (!isObject(content) || content['quickReplies'] === undefined) {
    return { kind: 'bot-card', bot, content, choices: choicesIn(content), ...along };
  }
  const { message, quickReplies } = content;
  const choices = choicesIn(quickReplies);
  return { kind: 'bot-quick-replies', bot, text: String(message), choices, content, ...along };
}

/** Messaging only: chat takes no notice of it. */
function encodedOf(
  { encodedMetadata }: Readonly<Record<string, unknown>>,
  { channel, encoded }: Carrying,
): { encodedMetadata?: string } {
  const value = typeof encodedMetadata === 'string' ? encodedMetadata : encoded;
  return channel === 'chat' || value === undefined ? {} : { encodedMetadata: value };
}
