import type { AutomaticMessage, Commands } from './automatic-messages';

/** The conversation is closed, and by whom. */
export type EventType = 'AGENT_END_CONVERSATION' | 'CONSUMER_END_CONVERSATION' | 'SYSTEM_END_CONVERSATION';

export type Request = AutomaticMessage<EventType>;
export type Response = Commands;
