import type { BotState } from '../bot/bot-state.ts';
import type { RunningBot } from '../bot/running-bot.ts';
import type { Session } from '../session/session.ts';

/**
 * "Once every minute": how often a bot tries to restart after a service interruption.
 * Source: developers.liveperson.com/third-party-bots-getting-started.html, "Bot Lifecycle".
 */
const restartEvery = 60_000;

/** The bot that a conversation is about: the one that has it, or will have it, or would. */
function botOf({ seat, awaited, house }: Session): RunningBot {
  return seat?.running ?? awaited ?? house.first;
}

/** Sets the state of the bot. After a service interruption it is online with its next restart, not before. */
export async function setBotState(session: Session, state: BotState): Promise<void> {
  const bot = botOf(session);
  const { now, timers } = session;
  if (state === 'online' && bot.state === 'service-interruption') {
    const since = session.interruptedAt ?? now;
    const attempts = Math.max(1, Math.ceil((now - since) / restartEvery));
    timers.set('restart', since + attempts * restartEvery);
    return;
  }
  timers.clear('restart');
  session.interruptedAt = state === 'service-interruption' ? now : null;
  await bot.become(state);
}

/** The restart that succeeds. */
export async function restart(session: Session): Promise<void> {
  const since = session.interruptedAt ?? session.now - restartEvery;
  session.interruptedAt = null;
  await botOf(session).become('online', Math.round((session.now - since) / restartEvery));
}

/** What a conversation does when a bot that it listens to has another state. */
export function hear(session: Session, bot: RunningBot, attempts: number | undefined): void {
  const { name, state } = bot;
  session.log({ kind: 'bot-state', bot: name, state, ...(attempts !== undefined && { attempts }) });
  if (bot.takes && session.awaited === bot) session.agenda.push({ do: 'take', bot, by: 'routing' });
}
