import { forget, leaveSeat } from './assign.ts';
import type { EndEntry } from '../transcript/entry.ts';
import type { RunningBot } from '../bot/running-bot.ts';
import type { Seat } from '../session/seat.ts';
import type { Session } from '../session/session.ts';
import { open } from './take.ts';

/** The conversation is closed; a survey may follow. */
export async function end(
  session: Session,
  { by, survey }: { by: Extract<EndEntry, { kind: 'closed' }>['by']; survey: boolean },
): Promise<void> {
  if (session.state === 'closed' || session.state === 'survey') return;
  await leaveSeat(session, 'closed');
  forget(session);
  session.timers.clear('restart');
  session.state = 'closed';
  session.assignee = { type: 'nobody' };
  session.log({ kind: 'closed', by, survey });
  const bot = survey ? surveyBot(session) : undefined;
  if (bot) await startSurvey(session, bot);
  else session.deafen();
}

/**
 * A survey bot listens to the conversations of its skills, on messaging only.
 * Source: developers.liveperson.com/third-party-bots-bot-types.html, "Survey Bots".
 */
function surveyBot({ house, channel, skill }: Session): RunningBot | undefined {
  if (channel === 'chat') return undefined;
  return [...house.bots.values()].find(({ settings, state }) => {
    const { skills } = settings.survey;
    return (
      settings.botType === 'survey' && state === 'online' && (skills.length === 0 || skills.includes(skill))
    );
  });
}

/** What a function is told when a survey starts is not documented: the welcome of messaging is ours. */
async function startSurvey(session: Session, running: RunningBot): Promise<void> {
  const seat: Seat = { running, bot: running.source.bot(), sdes: {}, counted: true };
  running.enter();
  session.listen(running);
  session.seat = seat;
  session.state = 'survey';
  session.dialogId = crypto.randomUUID();
  session.assignee = { type: 'bot', name: running.name };
  session.log({ kind: 'survey-started', bot: running.name });
  await open(session, seat, { greets: true });
}

/** The survey is over, and with it everything. */
export async function endSurvey(session: Session): Promise<void> {
  const { seat } = session;
  if (session.state !== 'survey' || !seat) return;
  await leaveSeat(session, 'closed');
  forget(session);
  session.state = 'closed';
  session.assignee = { type: 'nobody' };
  session.log({ kind: 'survey-ended', bot: seat.running.name });
  session.deafen();
}
