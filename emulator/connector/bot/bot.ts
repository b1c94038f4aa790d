import type { Finding } from '../../errors.ts';
import type { ConnectorError } from '../../platform/connector-errors.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import type { Channel } from '../settings/settings.ts';
import type { Surroundings } from './surroundings.ts';
import type { WireExchange } from './wire-exchange.ts';

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
  | ({ kind: 'answer'; answer: unknown } & Told)
  | ({ kind: 'failed'; error: ConnectorError; message: string } & Told);

/** What there is to tell of how a reply came about. */
interface Told {
  /** Of a function. */
  record?: InvocationRecord;
  /** The requests to a bot elsewhere, in order. */
  exchanges?: readonly WireExchange[];
  /** Milliseconds that the conversation's time goes on by: pauses between attempts, and requests that timed out. */
  waited?: number;
  /** What a developer should know of the reply; errors are why it failed. */
  findings?: readonly Finding[];
}

/** A bot in one conversation. */
export interface Bot {
  open(conversation: BotConversation): Promise<void>;
  /** Never rejects for what the bot does wrong: that is a reply. */
  send(event: BotEvent): Promise<BotReply>;
  /** It takes part no more. What it was told of that, if it was told anything. */
  close(): Promise<readonly WireExchange[]>;
}

/** Where bots come from: a function, a Custom Endpoint. */
export interface BotSource {
  /**
   * What an error hook is told as `vendor`; `faas` where it is missing. What it is for a Custom Endpoint is not
   * documented.
   */
  readonly vendor?: string;
  /** A bot for one more conversation. */
  bot(): Bot;
  /** The connection test that a bot has to pass before it starts; `null` where it does. */
  test(): Promise<Extract<BotReply, { kind: 'failed' }> | null>;
}
