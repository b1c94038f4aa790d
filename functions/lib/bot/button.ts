import { clip } from '../clip';
import type { ButtonElement, ClickAction } from '../events/structured-content';

/**
 * A button of a card, or a quick reply: it says `text` for the consumer (its own title, where there is none), or opens
 * `link`. `id` comes back in `context.lpEvent.metadata` when it is clicked, whatever the title is called by then.
 */
export interface Button {
  title: string;
  id?: string;
  text?: string;
  /** HTTPS, of a domain that the account allows. */
  link?: string;
}

/** The button as structured content, cut to the documented lengths. */
export function button({ title, id, text = title, link }: Button): ButtonElement {
  const action: ClickAction =
    link === undefined
      ? { type: 'publishText', text: clip(text, 256) }
      : { type: 'link', name: clip(title, 256), uri: link };
  return {
    type: 'button',
    title: clip(title, 128),
    tooltip: clip(title, 256),
    click: {
      actions: [action],
      ...(id !== undefined && { metadata: [{ type: 'ExternalId', id: clip(id, 64) }] }),
    },
  };
}
