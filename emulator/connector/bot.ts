import type { ConnectorError } from '../platform/connector-errors.ts';
import type { InvocationRecord } from '../invoke/record.ts';
import type { Channel } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

/** What the connector passes to a bot; no other event of a conversation reaches one. */
export type BotEventType = 'text' | 'rich-content' | 'file' | 'welcome';

/** One event of a conversation, on its way to the bot. */
export interface BotEvent {
  type: BotEventType;
  /** As a Custom Integration gets it, `{ convId, message?, event?, context }`; a pre hook may have made anything of it. */
  request: unknown;
  /** The conversation's own time, in epoch milliseconds. */
  at: number;
}

/** The conversation that a bot is to take part in. */
export interface BotConversation {
  id: string;
  channel: Channel;
  /** Whether it is the survey after a conversation. */
  survey: boolean;
  /** Engagement attributes, `{}` where they are not collected. */
  sdes: Readonly<Record<string, unknown>>;
  /** As `context.lpEvent.conversationContext` has it. */
  context: Readonly<Record<string, unknown>>;
  /** What all functions of this conversation have together. */
  surroundings: Surroundings;
}

/** What a bot says to an event: an answer in the form of a Custom Integration, or why there is none. */
export type BotReply =
  | { kind: 'answer'; answer: unknown; record?: InvocationRecord }
  | { kind: 'failed'; error: ConnectorError; message: string; record?: InvocationRecord };

/** A bot in one conversation. */
export interface Bot {
  open(conversation: BotConversation): Promise<void>;
  /** Never rejects for what the bot does wrong: that is a reply. */
  send(event: BotEvent): Promise<BotReply>;
  close(): Promise<void>;
}

/** Where bots come from: a function, a Custom Endpoint. */
export interface BotSource {
  /** A bot for one more conversation. */
  bot(): Bot;
  /** The connection test that a bot has to pass before it starts; `null` where it does. */
  test(): Promise<Extract<BotReply, { kind: 'failed' }> | null>;
}
