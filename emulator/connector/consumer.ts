import { addText, combined, typing } from './combine.ts';
import type { Consumer } from './conversation.ts';
import type { Choice, PassedTo } from './entry.ts';
import { noticeActivity } from './inactivity.ts';
import { findChoice } from './offered.ts';
import type { RawContent } from './raw-events.ts';
import { route } from './routing.ts';
import { assign } from './assign.ts';
import { isTaker } from './hand-over.ts';
import type { Session } from './session.ts';

/** Does something in a conversation, and what follows from it. */
export type Drive = (what: () => Promise<void> | void) => Promise<void>;

/** What the consumer of a conversation can do. */
export function consumerOf(session: Session, drive: Drive): Consumer {
  return {
    joins: () => drive(() => join(session)),
    says: (text) =>
      drive(() => speak(session, { type: 'text', text }, (to) => ({ kind: 'consumer-text', text, to }))),
    clicks: (choice) => drive(() => click(session, findChoice(session.transcript, choice))),
    sendsRichContent: (content) =>
      drive(() =>
        speak(session, { type: 'rich-content', content }, (to) => ({
          kind: 'consumer-rich-content',
          content,
          to,
        })),
      ),
    sendsFile: (file) =>
      drive(() => speak(session, { type: 'file', file }, (to) => ({ kind: 'consumer-file', file, to }))),
    types: () => drive(() => type(session)),
    reports: (attributes) =>
      drive(() => {
        session.attributes = attributes;
        session.log({ kind: 'consumer-attributes', attributes });
      }),
    does: (event) =>
      drive(() => session.log({ kind: 'consumer-event', type: event.type, event, to: 'nobody' })),
  };
}

/** A chat starts when its window is opened; messaging starts with the first message. */
async function join(session: Session): Promise<void> {
  session.handOvers = 0;
  session.log({ kind: 'consumer-joined' });
  if (session.channel === 'chat' && session.state === 'new') await begin(session);
  noticeActivity(session);
}

async function click(session: Session, choice: Choice): Promise<void> {
  const { text, metadata } = choice;
  const content: RawContent = { type: 'text', text, ...(metadata && { metadata }) };
  await speak(session, content, (to) => ({ kind: 'consumer-click', ...choice, to }));
}

/** A message of the consumer: noted, and passed to whoever has the conversation. */
async function speak(
  session: Session,
  content: Exclude<RawContent, { type: 'welcome' }>,
  said: (to: PassedTo) => Parameters<Session['log']>[0],
): Promise<void> {
  if (session.channel === 'chat' && session.state === 'new') await join(session);
  session.handOvers = 0;
  const to = receiver(session, content);
  session.log(said(to));
  if (content.type === 'text') session.lastConsumerMessage = content.text;
  noticeActivity(session);
  if (to === 'nobody' || to === 'agent') return;
  if (combines(session, content)) wait(session, content);
  else {
    flush(session);
    session.queue.push(session.passed(content));
  }
  if (session.state === 'new') await begin(session);
}

/** Who gets it, as it stands: what follows may still change that. */
function receiver(session: Session, content: RawContent): PassedTo {
  const { state, seat, paused } = session;
  if (state === 'closed') return 'nobody';
  if (state === 'agent') return 'agent';
  if (state === 'new') return 'bot';
  if (!seat?.running.takes || paused?.answer.seat === seat) return 'waiting';
  return combines(session, content) ? 'waiting' : 'bot';
}

/** The consumer is routed to the skill that the conversation began with. */
async function begin(session: Session): Promise<void> {
  const { skill, channel, house } = session;
  const target = route({ skill, channel }, house.directory);
  await assign(session, isTaker(target) ? target : { kind: 'queue' }, { skill, by: 'routing' });
}

/** Messaging only, and only texts; anything else goes to the bot behind what was waiting (ours). */
function combines({ channel, seat }: Session, { type: kind }: RawContent): boolean {
  return channel === 'messaging' && kind === 'text' && Boolean(seat?.running.settings.combineMessages);
}

function wait(session: Session, content: RawContent): void {
  const settings = session.seat?.running.settings.combineMessages;
  if (!settings) return;
  const { now, timers } = session;
  const combining = addText(session.combining, session.passed(content), { now, settings });
  session.combining = combining;
  if (combining.due <= now) flush(session);
  else timers.set('combine', combining.due);
}

/** What waited to be combined goes to the bot. */
export function flush(session: Session): void {
  const passed = session.combining && combined(session.combining);
  session.combining = null;
  session.timers.clear('combine');
  if (passed) session.queue.push(passed);
}

function type(session: Session): void {
  session.log({ kind: 'consumer-typing' });
  session.handOvers = 0;
  noticeActivity(session);
  const { combining, seat, now, timers } = session;
  const settings = seat?.running.settings.combineMessages;
  if (!combining || !settings) return;
  session.combining = typing(combining, { now, settings });
  timers.set('combine', session.combining.due);
}
