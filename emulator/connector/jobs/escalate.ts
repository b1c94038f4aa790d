import { assign, forget, leaveSeat, type Taker } from './assign.ts';
import { isTaker, mayHandOver } from './hand-over.ts';
import { route } from '../session/routing.ts';
import { say } from './say.ts';
import type { Seat } from '../session/seat.ts';
import type { Session } from '../session/session.ts';

/**
 * Somebody else takes over: the skill of the setting, or the bot itself where there is none, which then only hears of
 * new messages. Source: developers.liveperson.com/third-party-bots-bot-types.html, "Error Handling".
 */
export async function escalate(
  session: Session,
  { code, seat }: { code: string | null; seat: Seat },
): Promise<void> {
  const { settings, name } = seat.running;
  const skill = settings.escalation.skill ?? settings.skill;
  say(session, seat, 'messageToCustomer');
  const target = route({ skill, channel: session.channel }, session.house.directory);
  const toItself = target.kind === 'bot' && target.bot === name;
  const possible = isTaker(target) && mayHandOver(session, target) && (!toItself || seat.counted);
  session.log({ kind: 'escalated', code, skill, outcome: possible ? 'done' : 'failed' });
  if (!possible) return stay(session, seat);
  say(session, seat, 'messageToAgent');
  if (toItself) keep(session, seat);
  else await takeOver(session, target, skill);
}

async function takeOver(session: Session, target: Taker, skill: string): Promise<void> {
  session.handOvers += 1;
  await assign(session, target, { skill, by: 'escalation' });
}

/** The bot goes on with what comes from now on. */
function keep(session: Session, { running }: Seat): void {
  running.leave('escalated');
  running.enter();
  forget(session);
  session.log({ kind: 'assigned', skill: session.skill, to: session.assignee, by: 'escalation' });
}

/** Nobody could take over: the bot keeps what it had, and what it never took waits in the queue (ours). */
async function stay(session: Session, seat: Seat): Promise<void> {
  say(session, seat, 'failureMessage');
  forget(session);
  if (seat.counted) return;
  await leaveSeat(session, 'escalated');
  session.state = 'queued';
  session.assignee = { type: 'nobody' };
}
