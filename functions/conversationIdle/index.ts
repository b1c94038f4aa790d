import { callTime } from '../lib/automatic-messages/call-time';
import { closeConversation, systemMessage } from '../lib/automatic-messages/commands';
import type { ConversationIdle, Input } from '../lib/events';
import { handOver } from '../lib/automatic-messages/hand-over';
import { logged } from '../lib/automatic-messages/log-commands';
import { inOffHours } from '../lib/automatic-messages/off-hours';
import { numberSetting, setting } from '../lib/setting';
import { timestamp } from '../lib/automatic-messages/timestamp';
import { idleMinutes } from './idle-minutes';
import { texts } from './texts';

/**
 * Brings idle conversations to an end: reminds a consumer who does not answer and closes at last, tells one who waits, and
 * moves the conversation on. It keeps no state: how often a consumer was reminded follows from the time that has passed,
 * so a call that is repeated gets the same commands.
 */
export async function lambda(input: Input<ConversationIdle.Request>): Promise<ConversationIdle.Response> {
  const request = input.payload ?? {};
  const commands = request.general?.newConvState === 'CLOSE' ? [] : commandsFor(request, callTime(input));
  return logged('conversation idle', request, commands);
}

function commandsFor(request: ConversationIdle.Request, now: number): ConversationIdle.Response {
  switch (request.general?.cbotEventType) {
    case 'CONSUMER_NON_RESPONSIVE':
      return consumerSilent(request, now);
    case 'AGENT_NON_RESPONSIVE':
      return agentSilent(request, now);
    case 'CONV_AWAITING_IN_QUEUE':
      return waiting(request, now);
    default:
      return [];
  }
}

/** One reminder for each interval, and after the last one the end. */
function consumerSilent(request: ConversationIdle.Request, now: number): ConversationIdle.Response {
  const { general, idle } = request;
  const interval = Math.max(1, numberSetting('REMINDER_MINUTES', 60));
  const reminders = Math.floor(numberSetting('REMINDERS', 2));
  const span = idle?.consumerNonResponsive ?? idle?.consumserNonResponsive;
  const minutes = idleMinutes(now, [general?.lastAgentMsgTs], span);
  if (minutes === null || minutes < interval || hasAnswered(request)) return [];
  const turn = Math.floor(minutes / interval);
  if (turn > reminders) return [systemMessage(texts.closing), closeConversation()];
  if (wasReminded(request, interval, now)) return [];
  return [systemMessage(turn === reminders ? texts.lastReminder : texts.reminder)];
}

/** Events arrive late: by then the consumer may have written. */
function hasAnswered({ general, idle }: ConversationIdle.Request): boolean {
  const [consumer, agent] = [idle?.lastConsumerMsgTs, general?.lastAgentMsgTs].map(timestamp);
  return !!consumer && !!agent && consumer > agent;
}

/** The account may call more often than one wants to remind. That its own messages count as the last ones is inferred. */
function wasReminded({ general }: ConversationIdle.Request, interval: number, now: number): boolean {
  const minutes = idleMinutes(now, [general?.lastMessageTs], null);
  return general?.lastMessageComposer === 'CONTROLLER' && minutes !== null && minutes < interval;
}

/** Nobody is there in off hours, which another function says. */
function agentSilent(request: ConversationIdle.Request, now: number): ConversationIdle.Response {
  if (inOffHours(request)) return [];
  const { idle } = request;
  const minutes = idleMinutes(now, [idle?.lastConsumerMsgTs], idle?.agentNonResponsive);
  return movedOn(request, minutes) ?? [systemMessage(texts.agentLate)];
}

function waiting(request: ConversationIdle.Request, now: number): ConversationIdle.Response {
  if (inOffHours(request)) return [];
  const { general, idle } = request;
  const minutes = idleMinutes(now, [general?.backToQueueTs, general?.startTs], idle?.convNotTakenTime);
  return movedOn(request, minutes) ?? [systemMessage(texts.stillWaiting)];
}

/** A conversation that stands still for long may be moved from here; null where it may not, or is there already. */
function movedOn(
  request: ConversationIdle.Request,
  minutes: number | null,
): ConversationIdle.Response | null {
  if (minutes === null || minutes < numberSetting('TRANSFER_MINUTES', 30)) return null;
  const transfer = handOver(setting('IDLE_SKILL_ID', ''), request);
  return transfer.length === 0 ? null : [systemMessage(texts.otherTeam), ...transfer];
}
