import { isObject, valueAt } from '../../payload/document/path.ts';
import { callerCode, type ConnectorError } from '../../platform/connector-errors.ts';
import { connectorLimits } from '../../platform/connector-limits.ts';
import type { AssignmentEntry } from '../transcript/entry.ts';
import { failure } from '../answer/failure.ts';
import { noticeActivity } from './inactivity.ts';
import type { RunningBot } from '../bot/running-bot.ts';
import type { Seat } from '../session/seat.ts';
import type { Session } from '../session/session.ts';

/**
 * A bot takes the conversation. One with a vendor interruption escalates at once, and so does one that has too many.
 * Sources: developers.liveperson.com/third-party-bots-getting-started.html,
 * developers.liveperson.com/third-party-bots-bot-conversation-errors.html.
 */
export async function take(
  session: Session,
  { bot: running, by }: { bot: RunningBot; by: AssignmentEntry['by'] },
): Promise<void> {
  session.awaited = null;
  const seat: Seat = { running, bot: running.source.bot(), sdes: {}, counted: false };
  session.seat = seat;
  session.state = 'bot';
  session.assignee = { type: 'bot', name: running.name };
  session.log({ kind: 'assigned', skill: session.skill, to: session.assignee, by });
  if (running.state === 'vendor-interruption') {
    running.escalateAtOnce();
    session.agenda.push({ do: 'escalate', code: null, seat });
  } else if (running.isFull) {
    running.escalateAtOnce();
    const { value } = connectorLimits.openConversations;
    const message = `${running.name} has ${value} open conversations already`;
    const error = 'pipes.conversation-limit-checker.max-conv-limit-reached';
    session.agenda.push({ do: 'fail', failure: failure(error, message), seat });
  } else {
    running.enter();
    seat.counted = true;
    await open(session, seat, { greets: speaksFirst(session, running, by) });
  }
}

/** A bot begins to take part; `greets` where it is told of a welcome. */
export async function open(session: Session, seat: Seat, { greets }: { greets: boolean }): Promise<void> {
  seat.sdes = seat.running.settings.engagementAttributes ? collect(session) : {};
  const { id, channel, surroundings } = session;
  const context = valueAt(session.house.shapes[channel], ['conversationContext']);
  const over = valueAt(session.over, ['conversationContext']);
  await seat.bot.open({
    id,
    channel,
    survey: session.state === 'survey',
    sdes: seat.sdes,
    context: { ...(isObject(context) && context), ...(isObject(over) && over) },
    surroundings,
  });
  noticeActivity(session);
  if (!greets) return;
  const { lastConsumerMessage } = session;
  session.agenda.push({ do: 'ask', passed: session.passed({ type: 'welcome', lastConsumerMessage }) });
}

/**
 * A chat begins with the bot's word. On messaging the consumer speaks first; a bot that is transferred to speaks when its
 * setting says so, but not when it escalates to itself: "only new messages will be processed".
 * Sources: developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html,
 * developers.liveperson.com/third-party-bots-bot-types.html.
 */
function speaksFirst({ channel }: Session, { settings }: RunningBot, by: AssignmentEntry['by']): boolean {
  return channel === 'chat' || (settings.welcomeMessage && by !== 'routing');
}

/**
 * Engagement attributes as they are now. That a conversation goes on without them, and no error hook is called, is ours:
 * the page of errors names the causes only.
 */
function collect(session: Session): Readonly<Record<string, unknown>> {
  const visitor = visitorOf(session);
  const [missing] = ['sharkVisitorId', 'sharkSessionId'].filter((key) => !visitor[key]);
  if (missing !== undefined) {
    logError(session, 'sdes-service.missing-session-or-visitor-id', `the visitor has no ${missing}`);
    return {};
  }
  if (Object.keys(session.attributes).length === 0) {
    logError(session, 'sdes-service.uauth-sdes-entry-is-empty', 'the visitor has no engagement attributes');
  }
  return session.attributes;
}

function visitorOf({ house, channel, over }: Session): Readonly<Record<string, unknown>> {
  const path = ['conversationContext', 'visitor'];
  const [own, given] = [valueAt(house.shapes[channel], path), valueAt(over, path)];
  return { ...(isObject(own) && own), ...(isObject(given) && given) };
}

function logError(session: Session, error: ConnectorError, message: string): void {
  session.log({
    kind: 'error',
    error,
    code: callerCode(error),
    errorId: crypto.randomUUID(),
    message,
    findings: [],
  });
}
