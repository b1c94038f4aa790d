import { addText, combined, typing } from '../request/combine.ts';
import type { Passed } from '../request/request.ts';
import type { Seat } from '../session/seat.ts';
import type { Session } from '../session/session.ts';

/**
 * The next event that the bot is told of: not before its answer to the last one is delivered (ours). Texts may first
 * wait for others; what is no text goes behind those that wait (ours).
 */
export function nextEvent(session: Session): Passed | undefined {
  const { seat, paused, ready } = session;
  if (!seat || paused?.answer.seat === seat || !seat.running.takes) return undefined;
  while (ready.length === 0) {
    const passed = session.queue.shift();
    if (!passed) return undefined;
    admit(session, seat, passed);
  }
  return ready.shift();
}

function admit(session: Session, { running }: Seat, passed: Passed): void {
  const settings = running.settings.combineMessages;
  if (session.channel === 'chat' || !settings || passed.content.type !== 'text') {
    flush(session);
    session.ready.push(passed);
    return;
  }
  const { now, timers } = session;
  const combining = addText(session.combining, passed, { now, settings });
  session.combining = combining;
  if (combining.due <= now) flush(session);
  else timers.set('combine', combining.due);
}

/** What waited for other texts is ready. */
export function flush(session: Session): void {
  const passed = session.combining && combined(session.combining);
  session.combining = null;
  session.timers.clear('combine');
  if (passed) session.ready.push(passed);
}

/** The consumer types: what waits for other texts waits for them. */
export function noticeTyping(session: Session): void {
  const { combining, seat, now, timers } = session;
  const settings = seat?.running.settings.combineMessages;
  if (!combining || !settings) return;
  session.combining = typing(combining, { now, settings });
  timers.set('combine', session.combining.due);
}
