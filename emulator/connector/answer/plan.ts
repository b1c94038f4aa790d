import type { Finding } from '../../errors.ts';
import { isObject } from '../../payload/document/path.ts';
import type { DeliveryEntry } from '../transcript/entry.ts';
import { type Failure, failure } from './failure.ts';
import { answerFailure, messageFailure, type SortedFindings, sortFindings } from './findings.ts';
import { type PlannedAction, planAction } from './plan-action.ts';
import { type Planning, readContent, readMessage } from './plan-message.ts';

/** One message on its way: what is delivered, or why it cannot be sent. */
export type Planned = { entry: DeliveryEntry } | { failure: Failure };

/** What the connector does with an answer: its messages one after the other, then the action. */
export interface Plan {
  messages: readonly Planned[];
  action: PlannedAction | null;
}

/** What an answer holds, as the contract has found it fit. */
interface Answer {
  messages: readonly unknown[];
  context: Readonly<Record<string, unknown>>;
}

/**
 * Plans what an answer does, from what the contract has against it. A failure comes back where nothing of it is sent.
 * Source: developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html.
 */
export function planAnswer(
  answer: unknown,
  findings: readonly Finding[],
  planning: Planning,
): Plan | Failure {
  const sorted = sortFindings(findings);
  const [first, ...more] = sorted.answer;
  if (first) return answerFailure([first, ...more]);
  const { messages, context } = parts(answer);
  const action = planAction(context, sorted.action, planning.channel);
  const hasMessages = messages.length > 0 || context['structuredContent'] !== undefined;
  if (!hasMessages && action && !action.action) return unsupported(action);
  const silent =
    isSilence(messages) &&
    sorted.messages.size === 0 &&
    context['structuredContent'] === undefined &&
    !action;
  if (silent) return { messages: [{ entry: { kind: 'bot-silent', bot: planning.bot } }], action };
  return { messages: planMessages({ messages, context }, sorted, planning), action };
}

function parts(answer: unknown): Answer {
  const { messages, context } = isObject(answer) ? answer : {};
  return { messages: Array.isArray(messages) ? messages : [], context: isObject(context) ? context : {} };
}

/**
 * "A sole delay" is no response. Source: third-party-bots-liveperson-functions-advanced-features.html; that several of
 * them are none either is ours.
 */
function isSilence(messages: readonly unknown[]): boolean {
  return messages.length > 0 && messages.every((message) => isObject(message) && 'delay' in message);
}

function unsupported({ name, findings }: PlannedAction): Failure {
  const first = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  const message = first?.message ?? `there is no message, and the action ${name} cannot be carried out here`;
  return { ...failure('pipes.verify-ai-response.no-messages-and-not-supported-action', message), findings };
}

/** The legacy content of the context goes last. */
function planMessages({ messages, context }: Answer, sorted: SortedFindings, planning: Planning): Planned[] {
  const encoded = encodedOf(context, sorted, planning);
  const planned = messages.map((message, index): Planned => {
    const refusal = refusalOf(sorted.messages.get(index), planning);
    if (refusal) return refusal;
    const dropped = hasOwnEncoded(message) ? encoded.droppedAt(index) : encoded.dropped;
    return { entry: readMessage(message, { ...planning, encoded: encoded.value, dropped }) };
  });
  const { structuredContent, metadata } = context;
  if (structuredContent === undefined) return planned;
  const holder = { structuredContent, metadata };
  const last = refusalOf(sorted.messages.get('legacy'), planning) ?? {
    entry: readContent(holder, { ...planning, encoded: encoded.value, dropped: encoded.dropped }),
  };
  return [...planned, last];
}

function refusalOf(findings: Finding[] | undefined, { channel }: Planning): { failure: Failure } | undefined {
  const [first, ...more] = findings ?? [];
  return first && { failure: messageFailure([first, ...more], channel) };
}

/**
 * `context.encodedMetadata` goes with every message that has none of its own; when it cannot be used, that it takes all
 * of those with it is ours. Chat has none.
 */
function encodedOf(
  { encodedMetadata }: Answer['context'],
  { dropped }: SortedFindings,
  { channel }: Planning,
): Encoded {
  if (channel === 'chat') return { droppedAt: () => undefined };
  const droppedAt = (index: number): Finding | undefined => dropped.get(index);
  const bad = dropped.get('context');
  if (bad) return { droppedAt, dropped: bad };
  return { droppedAt, value: typeof encodedMetadata === 'string' ? encodedMetadata : undefined };
}

/** Encoded metadata of a whole answer, and which messages it or their own make the connector drop. */
interface Encoded {
  value?: string | undefined;
  dropped?: Finding | undefined;
  droppedAt(index: number): Finding | undefined;
}

function hasOwnEncoded(message: unknown): boolean {
  return isObject(message) && message['encodedMetadata'] !== undefined;
}
