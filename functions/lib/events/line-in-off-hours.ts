import type { AutomaticMessage, Commands } from './automatic-messages';

/** The consumer writes while the line is closed. */
export type EventType = 'CONSUMER_SEND_MESSAGE_ON_OFFHOURS';

export type Request = AutomaticMessage<EventType>;
export type Response = Commands;
