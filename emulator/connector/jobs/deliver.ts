import type { ConnectorError } from '../../platform/connector-errors.ts';
import { failure } from '../answer/failure.ts';
import type { Answered } from '../session/jobs.ts';
import type { Session } from '../session/session.ts';
import { longestWait } from '../session/timers.ts';

/** Messages of one answer that are delivered; ours, so that time and memory stay bounded. No page names a limit. */
export const mostMessages = 1_000;

/** Delivers an answer message by message; a delay interrupts that until its time has passed. Then comes the action. */
export function deliver(session: Session, { answer, from }: { answer: Answered; from: number }): void {
  const { plan, seat } = answer;
  const messages = plan.messages.slice(0, mostMessages);
  for (let index = from; index < messages.length; index++) {
    const message = messages[index];
    if (!message) break;
    const lost = lostError(session, answer);
    const why = lost ? failure(lost, lostMessage) : 'failure' in message ? message.failure : null;
    if (why || !('entry' in message)) {
      if (why) session.agenda.push({ do: 'fail', failure: why, seat });
      return;
    }
    const { entry } = message;
    session.log(entry);
    if (entry.kind !== 'bot-delay' || entry.seconds === 0) continue;
    session.paused = { do: 'deliver', answer, from: index + 1 };
    session.timers.set('delivery', session.now + pauseOf(session, entry.seconds));
    return;
  }
  if (plan.messages.length > mostMessages) tooMany(session, plan.messages.length);
  if (plan.action) session.agenda.push({ do: 'act', answer });
}

const lostMessage = 'the conversation was closed or given to somebody else before the answer was sent';

/** Why a bot may not send anything any more. Chat has one code for all of it (ours). */
function lostError(session: Session, { seat }: Answered): ConnectorError | null {
  if (session.seat === seat) return null;
  if (session.channel === 'chat') return 'connector.chat.send-message';
  return isOver(session)
    ? 'connector.messaging.conversation-closed'
    : 'connector.messaging.agent-not-authorized';
}

/** Whether the conversation itself is over; a survey may still go on. */
export function isOver({ state }: Session): boolean {
  return state === 'closed' || state === 'survey';
}

function tooMany(session: Session, count: number): void {
  const message = `the answer has ${count} messages; the first ${mostMessages} of them were delivered`;
  tooLong(session, message, 'nobody reads that many: send a few, and a button for more');
}

/** Milliseconds. No page names a limit of a delay. */
function pauseOf(session: Session, seconds: number): number {
  const pause = seconds * 1_000;
  if (pause <= longestWait) return pause;
  const days = longestWait / 86_400_000;
  const message = `the answer pauses for ${seconds} s; it went on after ${days} days`;
  tooLong(session, message, 'a delay is in whole seconds: pause for a few');
  return longestWait;
}

function tooLong(session: Session, message: string, hint: string): void {
  const finding = { code: 'long-conversation', severity: 'error', message, hint } as const;
  session.log({ kind: 'notice', finding });
}
