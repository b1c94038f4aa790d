import { callTime } from '../lib/automatic-messages/call-time';
import { campaignOf } from '../lib/automatic-messages/campaign';
import { systemMessage } from '../lib/automatic-messages/commands';
import type { Input, NewConversation } from '../lib/events';
import { logged } from '../lib/automatic-messages/log-commands';
import { nextOpeningWords } from '../lib/automatic-messages/next-opening';
import { inOffHours } from '../lib/automatic-messages/off-hours';
import { settingFor } from '../lib/setting';
import { texts } from './texts';

/**
 * Greets the consumer: the first time or again, about the topic of the campaign, and by the opening hours. It does not
 * route: while it runs the platform does, which is why that is a routing bot's work.
 */
export async function lambda(input: Input<NewConversation.Request>): Promise<NewConversation.Response> {
  const request = input.payload ?? {};
  return logged('conversation began', request, greeting(request, callTime(input)));
}

/** One message: of several, only the first would be sent. */
function greeting(request: NewConversation.Request, at: number): NewConversation.Response {
  if (request.general?.newConvState === 'CLOSE') return [];
  const topic = settingFor('CAMPAIGN_TOPICS', campaignOf(request.general).campaignId);
  const sentences = [welcome(request), topic && texts.topic(topic), outlook(request, at)];
  return [systemMessage(sentences.filter(Boolean).join(' '))];
}

/** The event's name says what the flag says, and one thing more. */
function welcome({ general, start }: NewConversation.Request): string {
  const name = String(general?.cbotEventType);
  if (name.endsWith('_AFTER_AUTOCLOSE')) return texts.afterAutoclose;
  return start?.firstConversation === true || name.includes('_FIRST_TIME')
    ? texts.firstTime
    : texts.returning;
}

function outlook(request: NewConversation.Request, at: number): string {
  const closed = inOffHours(request) || String(request.general?.cbotEventType).endsWith('_OFF_HOURS');
  if (!closed) return texts.open;
  const opening = nextOpeningWords(at);
  return opening === null ? texts.closed : texts.closedUntil(opening);
}
