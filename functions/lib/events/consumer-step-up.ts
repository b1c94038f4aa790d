import type { AutomaticMessage, Commands } from './automatic-messages';

/** The consumer was anonymous and has logged in. */
export type EventType = 'CONSUMER_STEP_UP';

export type Request = AutomaticMessage<EventType>;
export type Response = Commands;
