import type { Finding } from '../../errors.ts';
import { doubtful } from './finding.ts';
import { kind } from './value.ts';
import { isObject } from '../../payload/document/path.ts';

/**
 * Judges the answer to an external invocation, which comes back as JSON whatever it is.
 * Source: github.com/LivePersonInc/faas-client-node README.md.
 */
export function judgeExternal(result: unknown): Finding[] {
  if (result !== undefined) return [];
  const hint = 'answer with an object that says what was done, such as { "accepted": true }';
  return [doubtful({ path: '', what: 'the answer is empty, so the caller gets no JSON to read', hint })];
}

/**
 * Judges the answer to Conversation Builder, which keeps it in the integration's response variable.
 * Source: developers.liveperson.com/conversation-builder-integrations-liveperson-functions-integrations.html.
 */
export function judgeConversationBuilder(result: unknown): Finding[] {
  if (result !== undefined && result !== null) return [];
  const what = `the answer is ${kind(result)}, so the response variable and its custom data fields stay empty`;
  return [doubtful({ path: '', what, hint: 'answer with an object, also when nothing was found' })];
}

/**
 * Judges the value of a Conversation Orchestrator attribute. Policies compare texts and numbers and look into lists;
 * that they can do nothing with an object is inferred from their operators.
 * Source: developers.liveperson.com/conversation-orchestrator-dynamic-routing-intent-context-policies.html.
 */
export function judgeOrchestratorAttribute(result: unknown): Finding[] {
  if (result !== undefined && result !== null && !isObject(result)) return [];
  const what = `the attribute is ${kind(result)}; policies compare texts and numbers, and look into lists`;
  const hint = 'answer with the value itself, and with one that stands for "not known" where there is none';
  return [doubtful({ path: '', what, hint })];
}

/**
 * Judges what a function that the orchestrator calls answers; the caller reads it as `body`.
 * Source: developers.liveperson.com/liveperson-functions-toolbelt-documentation-orchestrator-client.html.
 */
export function judgeOrchestrated(result: unknown): Finding[] {
  if (result !== undefined) return [];
  const hint = 'answer with what the caller is to work with, also when there is nothing';
  return [doubtful({ path: '', what: 'the answer is empty, so the caller gets no body', hint })];
}
