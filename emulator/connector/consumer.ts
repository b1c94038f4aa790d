import { assign, type Taker } from './jobs/assign.ts';
import type { Consumer } from './session/conversation.ts';
import type { Choice, Event, PassedTo } from './transcript/entry.ts';
import { isTaker } from './jobs/hand-over.ts';
import { noticeActivity } from './jobs/inactivity.ts';
import { noticeTyping } from './jobs/intake.ts';
import { findChoice } from './transcript/offered.ts';
import type { RawContent } from './request/raw-events.ts';
import { route } from './session/routing.ts';
import type { RunningBot } from './bot/running-bot.ts';
import type { Session } from './session/session.ts';

/** Does something in a conversation, and what follows from it. */
export type Drive = (what: () => Promise<void> | void) => Promise<void>;

/** What the consumer of a conversation can do. */
export function consumerOf(session: Session, drive: Drive): Consumer {
  return {
    joins: () => drive(() => join(session)),
    says: (text) =>
      drive(() => speak(session, { type: 'text', text }, (to) => ({ kind: 'consumer-text', text, to }))),
    clicks: (choice) => drive(() => click(session, findChoice(session.offered.choices, choice))),
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
    types: () => drive(() => noticeKeys(session)),
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
  said: (to: PassedTo) => Event,
): Promise<void> {
  if (session.channel === 'chat' && session.state === 'new') await join(session);
  session.handOvers = 0;
  const to = receiver(session, content);
  session.log(said(to));
  if (content.type === 'text') session.lastConsumerMessage = content.text;
  noticeActivity(session);
  if (session.state === 'closed' || session.state === 'agent') return;
  session.queue.push(session.passed(content));
  if (session.state === 'new') await begin(session);
}

/** Who gets it, as it stands: what follows may still change that. */
function receiver(session: Session, { type }: RawContent): PassedTo {
  const { state, seat, paused, house } = session;
  if (state === 'closed') return 'nobody';
  if (state === 'agent') return 'agent';
  const target = state === 'new' ? destination(session) : undefined;
  if (target?.kind === 'agent') return 'agent';
  const bot = target?.kind === 'bot' ? house.bots.get(target.bot) : (seat?.running ?? coming(session));
  if (!bot?.takes || (seat && paused?.answer.seat === seat)) return 'waiting';
  const combines = session.channel === 'messaging' && bot.settings.combineMessages && type === 'text';
  return combines ? 'waiting' : 'bot';
}

/** The bot that takes the conversation next. */
function coming({ agenda }: Session): RunningBot | undefined {
  return agenda.flatMap((job) => (job.do === 'take' ? [job.bot] : []))[0];
}

/** The consumer is routed to the skill that the conversation began with. */
async function begin(session: Session): Promise<void> {
  await assign(session, destination(session), { skill: session.skill, by: 'routing' });
}

function destination({ skill, channel, house }: Session): Taker {
  const target = route({ skill, channel }, house.directory);
  return isTaker(target) ? target : { kind: 'queue' };
}

function noticeKeys(session: Session): void {
  session.log({ kind: 'consumer-typing' });
  session.handOvers = 0;
  noticeActivity(session);
  noticeTyping(session);
}
