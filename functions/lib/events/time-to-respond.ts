import type { AutomaticMessage, Commands } from './automatic-messages';

/** The time to respond changes: an agent sets it, or the consumer asks for urgency or takes that back. */
export type EventType =
  | 'AGENT_UPDATED_RESPONSE_TIME'
  | 'CONSUMER_ASKED_URGENT_RESPONSE_TIME'
  | 'CONSUMER_CANCELED_URGENT_RESPONSE_TIME';

export type Request = AutomaticMessage<EventType>;
export type Response = Commands;
