import type { Metadata } from './lp-event';

/**
 * The part of structured content that these templates use. A message may have at most 15,000 bytes.
 * Source: the JSON schemas in the npm package @livepersoninc/rich-content-validator.
 */
export type StructuredContent = Layout | { type: 'carousel'; elements: readonly Layout[]; padding?: number };

export interface Layout {
  type: 'vertical' | 'horizontal';
  elements: readonly Element[];
}

export type Element = TextElement | ImageElement | ButtonElement | Layout;

/** At most 5,000 characters. */
export interface TextElement {
  type: 'text';
  text: string;
  tooltip?: string;
  style?: { bold?: boolean; size?: 'small' | 'medium' | 'large' };
}

/** An HTTPS address of at most 2,048 characters, of a domain that the account allows. */
export interface ImageElement {
  type: 'image';
  url: string;
  tooltip?: string;
}

/** A title of at most 128 characters, and at most four actions. */
export interface ButtonElement {
  type: 'button';
  title: string;
  tooltip?: string;
  click: Click;
}

/** The metadata of a click comes back in `context.lpEvent.metadata` of the next request. */
export interface Click {
  metadata?: readonly Metadata[];
  actions: readonly ClickAction[];
}

/** Texts have at most 256 characters, addresses at most 1,024. */
export type ClickAction =
  { type: 'publishText'; text: string } | { type: 'link'; name?: string; uri: string };

/** One to 24 replies. Not available on every channel: Apple Business Chat has none. */
export interface QuickReplies {
  type: 'quickReplies';
  /** From 1 to 8. */
  itemsPerRow: number;
  replies: readonly ButtonElement[];
}
