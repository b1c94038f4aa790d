import type { BotStateBody } from '../contract/bot-state.ts';
import { Refusal } from './refusal.ts';

/** The one bot that a service answers for. */
export interface Bot {
  id: string;
  environments: readonly string[];
  state: BotStateBody['state'];
  /** Semantic version, as the specification has it. */
  version: string;
}

/** Throws a refusal (404) unless `botId` is the bot's, and `environment`, where one is given, one of its own. */
export function assertBot(bot: Bot, botId: string, environment?: string): void {
  if (botId !== bot.id) throw new Refusal(404, 'unknown-bot', 'there is no bot of that id here');
  if (environment === undefined || bot.environments.includes(environment)) return;
  throw new Refusal(404, 'unknown-environment', 'the bot has no environment of that name');
}
