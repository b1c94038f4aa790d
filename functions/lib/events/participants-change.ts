import type { AutomaticMessage, Commands } from './automatic-messages';

/** Agents or consumers come and go. */
export type EventType =
  | 'YOU_ARE_CONNECTED_TO'
  | 'BACK_TO_QUEUE'
  | 'JOINED_AGENT_LEFT_CONVERSATION'
  | 'ANOTHER_AGENT_JOINED_CONVERSATION';

export type Request = AutomaticMessage<EventType>;
export type Response = Commands;
