import { say } from './say.ts';
import type { Session } from '../session/session.ts';

/**
 * The consumer did something: a chat's times begin anew. That both count from what the consumer did last, and begin when
 * the bot takes the chat, is ours. Source: developers.liveperson.com/third-party-bots-bot-types.html, "Chat".
 */
export function noticeActivity({ channel, seat, timers, now }: Session): void {
  if (channel !== 'chat' || !seat) return;
  const { timeUntilWarning, timeUntilClose } = seat.running.settings.inactivity;
  if (timeUntilWarning !== null) timers.set('warning', now + timeUntilWarning);
  if (timeUntilClose !== null) timers.set('inactive', now + timeUntilClose);
}

/** The consumer did nothing for so long that the chat says so. */
export function warn(session: Session): void {
  if (session.seat) say(session, session.seat, 'warningMessage');
}

/** The consumer did nothing for so long that the chat is closed. */
export function closeInactive(session: Session): void {
  if (session.seat) say(session, session.seat, 'closeMessage');
  session.agenda.push({ do: 'end', by: 'inactivity', survey: false });
}
