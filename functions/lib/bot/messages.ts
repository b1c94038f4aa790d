import type {
  Delay,
  PrivateNote,
  QuickRepliesMessage,
  StructuredMessage,
} from '../events/custom-integration';
import { button, type Button } from './button';
import { clip } from '../clip';
import type { Element, TextElement } from '../events/structured-content';

/** A pause of whole seconds, at least one. */
export function delay(seconds: number, typing = true): Delay {
  return { delay: Math.max(1, Math.round(seconds)), typing };
}

/** A note that agents and managers see and the consumer does not. */
export function privateNote(text: string): PrivateNote {
  return { text, messageAudience: 'AGENTS_AND_MANAGERS' };
}

/** A text with one to 24 quick replies below it. Messaging only; `choices` knows what to do on chat. */
export function quickReplies(
  message: string,
  replies: readonly [Button, ...Button[]],
  itemsPerRow = 8,
): QuickRepliesMessage {
  return {
    structuredContent: {
      message,
      quickReplies: { type: 'quickReplies', itemsPerRow, replies: replies.slice(0, 24).map(button) },
    },
  };
}

/** What a card shows, from top to bottom. */
export interface Card {
  /** HTTPS, and of a domain that the account allows for rich content. */
  image?: string;
  title: string;
  lines?: readonly string[];
  buttons?: readonly Button[];
  /** Comes back with nothing; it marks the message for reports. At most 64 characters. */
  externalId?: string;
}

/** A vertical card. An image that is not HTTPS is left out, because it would fail the whole message. */
export function card({ image, title, lines = [], buttons = [], externalId }: Card): StructuredMessage {
  const elements: Element[] = [
    ...(image?.startsWith('https://')
      ? [{ type: 'image' as const, url: image, tooltip: clip(title, 256) }]
      : []),
    { ...textElement(title), style: { bold: true } },
    ...lines.map(textElement),
    ...buttons.map(button),
  ];
  return {
    structuredContent: { type: 'vertical', elements },
    ...(externalId !== undefined && { metadata: [{ type: 'ExternalId', id: clip(externalId, 64) }] }),
  };
}

function textElement(content: string): TextElement {
  return { type: 'text', text: clip(content, 5000), tooltip: clip(content, 256) };
}
