import type { Assignee, AssignmentEntry } from '../transcript/entry.ts';
import type { Target } from '../session/routing.ts';
import type { Left } from '../bot/running-bot.ts';
import type { Session } from '../session/session.ts';

/** Somebody who can have a conversation. */
export type Taker = Extract<Target, { kind: 'bot' | 'agent' | 'queue' }>;

/** How and where a conversation is handed over. */
export interface HandOver {
  skill: string;
  by: AssignmentEntry['by'];
}

/**
 * Gives a conversation to somebody else. What the bot before was not told yet it is never told, and neither is the next
 * one: of the past, `lastConsumerMessage` is all that goes along.
 */
export async function assign(session: Session, taker: Taker, { skill, by }: HandOver): Promise<void> {
  if (by !== 'routing') {
    await leaveSeat(session, by === 'escalation' ? 'escalated' : 'transferred');
    forget(session);
  }
  session.skill = skill;
  if (taker.kind === 'bot') return assignBot(session, taker.bot, by);
  const to: Assignee = taker.kind === 'agent' ? { type: 'agent', name: taker.agent } : { type: 'nobody' };
  session.assignee = to;
  session.state = taker.kind === 'agent' ? 'agent' : 'queued';
  session.log({ kind: 'assigned', skill, to, by });
}

function assignBot(session: Session, name: string, by: AssignmentEntry['by']): void {
  const bot = session.house.bots.get(name);
  if (!bot) throw new Error(`no bot ${name}`);
  session.listen(bot);
  session.state = 'queued';
  if (bot.takes) {
    session.agenda.push({ do: 'take', bot, by });
    return;
  }
  session.awaited = bot;
  session.assignee = { type: 'nobody' };
  session.log({ kind: 'assigned', skill: session.skill, to: session.assignee, by });
}

/** The bot that has the conversation has it no more. */
export async function leaveSeat(session: Session, how: Left): Promise<void> {
  const { seat } = session;
  session.awaited = null;
  session.timers.clear('warning', 'inactive');
  if (!seat) return;
  session.seat = null;
  if (seat.counted) seat.running.leave(how);
  const exchanges = await seat.bot.close();
  if (exchanges.length > 0) session.log({ kind: 'bot-closed', bot: seat.running.name, exchanges });
}

/** What waits for a bot waits no more. */
export function forget(session: Session): void {
  session.queue.length = 0;
  session.ready.length = 0;
  session.combining = null;
  session.timers.clear('combine');
}
