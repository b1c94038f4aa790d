import type { ConversationRecord, SdeEvent } from './conversation.ts';

/** Engagement attributes of a conversation, the latest last. */
export interface ConversationSdes {
  sdes: { events: SdeEvent[] };
  unAuthSdes: { events: SdeEvent[] };
}

/** What of a record are engagement attributes; those that are missing are empty. */
export function sortedSdes({ sdes, unAuthSdes }: ConversationRecord): ConversationSdes {
  return { sdes: { events: sorted(sdes?.events) }, unAuthSdes: { events: sorted(unAuthSdes?.events) } };
}

function sorted(events: SdeEvent[] | undefined): SdeEvent[] {
  if (!Array.isArray(events)) return [];
  return events.toSorted((one, other) => (one.serverTimeStamp < other.serverTimeStamp ? -1 : 1));
}

/** Where attributes are added. Source: developers.liveperson.com/engagement-attributes-api-overview.html. */
export function sdePath(brand: string, visitorId: string, sessionId: string): string {
  return `/api/account/${brand}/monitoring/visitors/${visitorId}/visits/current/events?v=1&sid=${sessionId}`;
}
