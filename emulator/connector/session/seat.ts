import type { Bot } from '../bot/bot.ts';
import type { RunningBot } from '../bot/running-bot.ts';

/** What a bot was asked last, and what it said, as an error hook is told. */
export interface Exchange {
  request: unknown;
  answer?: unknown;
}

/** A bot's place in a conversation, from taking it to leaving it. */
export interface Seat {
  running: RunningBot;
  bot: Bot;
  /** Engagement attributes, collected when it took the conversation; `{}` where they are not. */
  sdes: Readonly<Record<string, unknown>>;
  /** Whether it counts the conversation as its own. */
  counted: boolean;
  exchange?: Exchange;
}
