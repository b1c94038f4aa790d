import type { AutomaticMessage, Commands } from './automatic-messages';

/** A consumer begins a conversation. */
export type EventType =
  | 'CONSUMER_OPEN_NEW_CONVERSATION'
  | 'CONSUMER_OPEN_NEW_CONVERSATION_FIRST_TIME'
  | 'CONSUMER_OPEN_NEW_CONVERSATION_OFF_HOURS'
  | 'CONSUMER_OPEN_NEW_CONVERSATION_FIRST_TIME_OFF_HOURS'
  | 'CONSUMER_OPEN_NEW_CONVERSATION_AFTER_AUTOCLOSE';

export type Request = AutomaticMessage<EventType>;
export type Response = Commands;
