import { isChatWelcome } from './channel';
import type { Request } from '../events/custom-integration';
import type { Metadata, RichContent } from '../events/lp-event';

/** What the consumer did. */
export type ConsumerAction =
  | { type: 'welcome'; lastMessage: string }
  | { type: 'text'; text: string; clickId: string | null }
  | { type: 'file' }
  | { type: 'rich-content'; content: RichContent }
  | { type: 'nothing' };

/** Stand in for what is no text. Source: developers.liveperson.com/third-party-bots-getting-started.html. */
const file = 'com.liveperson.bot-connectors.consumer.send-file';
const richContent = 'com.liveperson.bot-connectors.consumer.send-rich-content';

/** Reads the request's many forms as one action; a request that has none of them is `nothing`. */
export function consumerAction(request: Request): ConsumerAction {
  const lpEvent = request.context?.lpEvent;
  const message = textOf(request.message);
  if (message === file) return { type: 'file' };
  if (message === richContent) return { type: 'rich-content', content: lpEvent?.event?.content ?? {} };
  if (isMessagingWelcome(request))
    return { type: 'welcome', lastMessage: textOf(lpEvent?.lastConsumerMessage) };
  if (isChatWelcome(request)) return { type: 'welcome', lastMessage: '' };
  if (message !== '') return { type: 'text', text: message, clickId: clickId(lpEvent?.metadata) };
  return { type: 'nothing' };
}

/** The `welcome` must stand in lpEvent itself: a consumer who types "welcome" gets another shape. */
function isMessagingWelcome(request: Request): boolean {
  const lpEvent = request.context?.lpEvent;
  return lpEvent?.type === 'ContentEvent' && lpEvent.content === 'welcome';
}

/** The id of the clicked button. Some pages show one object where the messaging API has an array. */
function clickId(metadata: readonly Metadata[] | Metadata | null | undefined): string | null {
  const entries: readonly (Metadata | null)[] = Array.isArray(metadata) ? metadata : [metadata ?? null];
  const entry = entries.find((candidate) => candidate?.type === 'ExternalId');
  return typeof entry?.id === 'string' ? entry.id : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
