import type { ConversationRouting } from '../lib/events';
import { identifier } from '../lib/identifier';
import { inOffHours } from '../lib/automatic-messages/off-hours';
import { timestamp } from '../lib/automatic-messages/timestamp';

/** Why, when and where a conversation went: ids and flags only, because the Context Service is no place for personal data. */
export interface Route {
  routedFrom: string | null;
  routedTo: string;
  /** In the form of ISO 8601. */
  routedAt: string;
  /** The role of who sent it on: an agent (bots are agents too), the controller, the consumer. */
  routedBy: string | null;
  routedInOffHours: boolean;
  /** The type of the time to respond, such as URGENT. */
  routedTtr: string | null;
}

/** Reads the way that a conversation took; null where it stayed where it was, or nobody knows where it went. */
export function routeOf(request: ConversationRouting.Request, now: number): Route | null {
  const { general, routing, ttr } = request;
  const [from, to] = [identifier(routing?.oldSkillId), identifier(routing?.newSkillId)];
  if (to === null || to === from) return null;
  return {
    routedFrom: from,
    routedTo: to,
    routedAt: new Date(timestamp(general?.serverTimestamp) ?? now).toISOString(),
    routedBy: identifier(general?.originatorMetadata?.role),
    routedInOffHours: inOffHours(request),
    routedTtr: identifier(ttr?.newTtr?.ttrType),
  };
}
