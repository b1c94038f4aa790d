import type { EndpointEvent } from '../contract/event.ts';
import { toPayload } from '../contract/to-payload.ts';
import { type MadeResponse, nothing, toResponse } from '../contract/to-response.ts';
import type { ConversationStore } from './conversation-store.ts';
import { type Frame, measured } from './frame.ts';
import { Refusal } from './refusal.ts';
import { type RunFunction, runWithin } from './run-function.ts';

/** What it takes to answer an event. */
export interface Answering {
  store: ConversationStore;
  run: RunFunction;
  /** Milliseconds. */
  functionTimeout: number;
}

/** One event of a conversation that is kept under `key`. */
export interface Told {
  key: string;
  convId: string;
  event: EndpointEvent;
}

/**
 * The function's answer to an event. An event that is told twice, after a time-out of the connector, is answered twice:
 * its `sequence` does not tell it from others (a START and the first text share one), and after a failure the second
 * call is what the connector wants. Throws a refusal (404) for a conversation that is not known.
 */
export async function answerEvent(
  { store, run, functionTimeout }: Answering,
  frame: Frame,
  { key, convId, event }: Told,
): Promise<MadeResponse> {
  const conversation = await measured(frame, 'store', () => store.read(key));
  if (!conversation)
    throw new Refusal(404, 'unknown-conversation', 'the conversation has not been created here');
  const payload = toPayload(event, { convId, conversation });
  if (payload !== null) {
    return madeOf(await measured(frame, 'bot', () => runWithin(run, payload, functionTimeout)), frame);
  }
  // No function is told of the end of a conversation.
  await measured(frame, 'store', () => store.delete(key));
  return nothing;
}

/** A function's answer on the wire. One that means nothing there is refused with 422, which is not worth another try. */
function madeOf(answer: unknown, { facts }: Frame): MadeResponse {
  const made = toResponse(answer);
  if (made.lost.length > 0) facts['lost'] = made.lost.map(({ code, path }) => `${code} ${path}`);
  if (made.kind === 'response') return made.response;
  const reasons = made.lost.map(({ path, message }) => (path ? `${path}: ${message}` : message));
  throw new Refusal(422, 'bad-answer', `the function's answer cannot be used: ${reasons.join('; ')}`);
}
