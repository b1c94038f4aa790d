import type { AutomaticMessage, Commands } from './automatic-messages';

/** Nobody takes the conversation, or one side does not answer, for as long as the account allows. */
export type EventType = 'CONV_AWAITING_IN_QUEUE' | 'AGENT_NON_RESPONSIVE' | 'CONSUMER_NON_RESPONSIVE';

export type Request = AutomaticMessage<EventType>;
export type Response = Commands;
