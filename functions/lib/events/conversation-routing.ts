import type { AutomaticMessage, Commands } from './automatic-messages';

/** The conversation goes to another skill; the name is spelled like this. */
export type EventType = 'ENGAGEMENT_TRANSFERED';

export type Request = AutomaticMessage<EventType>;
export type Response = Commands;
