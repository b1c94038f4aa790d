import { choices } from '../lib/bot/choices';
import type { CustomIntegration, Input, PostHook } from '../lib/events';
import { field } from '../lib/field';
import { numberSetting, setting } from '../lib/setting';
import { withoutForbiddenWords } from './forbidden';
import { handOver, texts } from './texts';

/**
 * Works on what a Custom Integration has answered: takes out forbidden words, and where the bot was not sure of itself
 * offers a colleague. The answers of other vendors go on as they are; their shapes are in lib/events/post-hook.ts.
 */
export async function lambda(input: Input<PostHook.Request>): Promise<PostHook.Response> {
  const answer = input.payload;
  if (!isCustomIntegration(answer)) return answer;
  const clean = withoutForbiddenWords(answer);
  return isDoubtful(clean) ? withOffer(clean) : clean;
}

/** Messages on the top level have only these answers. */
function isCustomIntegration(
  answer: unknown,
): answer is CustomIntegration.Response & { messages: CustomIntegration.Messages } {
  const messages = field(answer, 'messages');
  return Array.isArray(messages) && messages.length > 0;
}

/** Below LOW_CONFIDENCE, and without an action: who is being transferred needs no offer. */
function isDoubtful(answer: unknown): boolean {
  const confidence = field(answer, 'context', 'confidenceScore');
  const isNumber = typeof confidence === 'number' && Number.isFinite(confidence);
  if (!isNumber || confidence >= numberSetting('LOW_CONFIDENCE', 0.5)) return false;
  return field(answer, 'context', 'action') === undefined && !saysNothing(answer);
}

/** A sole delay is the bot's way to say nothing. */
function saysNothing(answer: unknown): boolean {
  const messages = field(answer, 'messages');
  return Array.isArray(messages) && messages.every((message) => field(message, 'delay') !== undefined);
}

/** Nothing here tells the channel, and quick replies on chat are an error; so it is a setting. */
function withOffer<Answer extends { messages: CustomIntegration.Messages }>(answer: Answer): Answer {
  const channel = setting('CHANNEL', 'chat') === 'messaging' ? 'messaging' : 'chat';
  const offer = choices(channel, texts.doubt, [handOver]);
  const offered = answer.messages.some((message) => JSON.stringify(message) === JSON.stringify(offer));
  return offered ? answer : { ...answer, messages: [...answer.messages, offer] };
}
