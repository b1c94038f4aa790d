import { callTime } from '../lib/automatic-messages/call-time';
import { systemMessage } from '../lib/automatic-messages/commands';
import type { Input, TimeToRespond } from '../lib/events';
import { logged } from '../lib/automatic-messages/log-commands';
import { inOffHours } from '../lib/automatic-messages/off-hours';
import { positiveNumber } from '../lib/positive-number';
import { setting } from '../lib/setting';
import { timestamp } from '../lib/automatic-messages/timestamp';
import { dueWords } from './due-words';
import { texts } from './texts';

/** Tells the consumer in words by when an answer is due, after an agent or the consumer changed the time to respond. */
export async function lambda(input: Input<TimeToRespond.Request>): Promise<TimeToRespond.Response> {
  const request = input.payload ?? {};
  const due = dueTime(request, callTime(input));
  const commands = commandsFor(request, due, callTime(input));
  return logged('time to respond changed', request, commands, { due: due && new Date(due).toISOString() });
}

function commandsFor(
  request: TimeToRespond.Request,
  due: number | null,
  now: number,
): TimeToRespond.Response {
  if (due === null || request.general?.newConvState === 'CLOSE' || isUnchanged(request)) return [];
  if (inOffHours(request)) return [systemMessage(texts.offHours)];
  const words = dueWords(due, now, setting('TIME_ZONE', 'UTC'));
  return [systemMessage(textFor(request)(words))];
}

/** An agent's own date comes first; the account's is always there; a time to respond counts from now. */
function dueTime({ general, ttr }: TimeToRespond.Request, now: number): number | null {
  const manual = general?.cbotEventType === 'AGENT_UPDATED_RESPONSE_TIME' ? general.manualETTR : undefined;
  const seconds = positiveNumber(ttr?.newTtr?.value);
  const relative = seconds === null ? null : now + seconds * 1000;
  return timestamp(manual) ?? timestamp(general?.effectiveTTR) ?? timestamp(relative);
}

/** The consumer asked for what was so already. An agent's date may change while the type stays. */
function isUnchanged({ general, ttr }: TimeToRespond.Request): boolean {
  if (general?.cbotEventType === 'AGENT_UPDATED_RESPONSE_TIME') return false;
  const [before, after] = [ttr?.oldTtr, ttr?.newTtr];
  return !!before && before.ttrType === after?.ttrType && before.value === after?.value;
}

function textFor({ general }: TimeToRespond.Request): (due: string) => string {
  if (general?.cbotEventType === 'CONSUMER_ASKED_URGENT_RESPONSE_TIME') return texts.urgent;
  if (general?.cbotEventType === 'CONSUMER_CANCELED_URGENT_RESPONSE_TIME') return texts.notUrgent;
  return texts.updated;
}
