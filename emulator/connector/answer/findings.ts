import type { Finding } from '../../errors.ts';
import { type ConnectorError, connectorErrorOf } from '../../platform/connector-errors.ts';
import type { Failure } from './failure.ts';
import type { Channel } from '../settings/settings.ts';

/** What the contract has against an answer, by the moment at which the connector comes upon it. */
export interface SortedFindings {
  /** Before anything is sent. */
  answer: Finding[];
  /** When the message is sent, by its index; the legacy content of the context is `legacy`. */
  messages: Map<number | 'legacy', Finding[]>;
  /** Encoded metadata that cannot be used: the message is dropped; `context` for those of the whole answer. */
  dropped: Map<number | 'context', Finding>;
  /** When the action is carried out; warnings too, which say why an action is passed over. */
  action: Finding[];
}

/**
 * Sorts findings; warnings are nothing that the connector minds, but for an action that it does not know. Neither does
 * it mind a malformed intent: it is only shown to agents, and no page names an error for it (ours).
 */
export function sortFindings(findings: readonly Finding[]): SortedFindings {
  const sorted: SortedFindings = { answer: [], messages: new Map(), dropped: new Map(), action: [] };
  for (const finding of findings) {
    if (finding.severity === 'error') sort(finding, sorted);
    else if (isAction(finding.path)) sorted.action.push(finding);
  }
  return sorted;
}

function sort(finding: Finding, { answer, messages, dropped, action }: SortedFindings): void {
  const { path = '', callerCode } = finding;
  const error = connectorErrorOf(callerCode);
  const index = indexOf(path);
  if (path.endsWith('.encodedMetadata'))
    dropped.set(index === 'legacy' ? 'context' : (index ?? 'context'), finding);
  else if (error?.startsWith('pipes.') || error?.startsWith('aivendor.')) answer.push(finding);
  else if (index !== undefined) messages.set(index, [...(messages.get(index) ?? []), finding]);
  else if (isAction(path)) action.push(finding);
  else if (!isIntent(path)) answer.push(finding);
}

function indexOf(path: string): number | 'legacy' | undefined {
  const { index } = /^messages\[(?<index>\d+)\]/.exec(path)?.groups ?? {};
  if (index !== undefined) return Number(index);
  return /^context\.(structuredContent|metadata)\b/.test(path) ? 'legacy' : undefined;
}

function isAction(path = ''): boolean {
  return path.startsWith('context.action');
}

function isIntent(path: string): boolean {
  return /^context\.(intentId|intentName|confidenceScore)\b/.test(path);
}

/**
 * The failure that the first finding of an answer as a whole is. An answer whose parts have the wrong type has no code in
 * the documentation; the one for what nobody expected is ours.
 */
export function answerFailure(findings: readonly [Finding, ...Finding[]]): Failure {
  return toFailure(findings, 'events-queue.not-catched-pipeline-error');
}

/** The failure of a message that cannot be sent; for one that cannot even be read, the code is ours. */
export function messageFailure(findings: readonly [Finding, ...Finding[]], channel: Channel): Failure {
  return toFailure(findings, `connector.${channel}.send-message`);
}

function toFailure(findings: readonly [Finding, ...Finding[]], otherwise: ConnectorError): Failure {
  const [{ message, callerCode }] = findings;
  return { error: connectorErrorOf(callerCode) ?? otherwise, message, findings };
}
