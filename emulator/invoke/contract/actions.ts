import type { Finding } from '../../errors.ts';
import { connectorActions } from '../../platform/connector-actions.ts';
import type { ConnectorAction } from '../../platform/connector-actions.ts';
import { didYouMean } from '../../platform/suggest.ts';
import { judgeParameters } from './action-parameters.ts';
import { ignored, refused } from './finding.ts';
import { kind, quote } from './value.ts';
import type { JsonObject } from './value.ts';

const names = Object.keys(connectorActions);
const known = (action: unknown): action is ConnectorAction =>
  typeof action === 'string' && Object.hasOwn(connectorActions, action);

/** Whether the answer names an action at all, known or not. */
export function hasAction({ action }: JsonObject): boolean {
  return action !== undefined && action !== null && action !== '';
}

/** Judges the one action of an answer; an unknown one is passed over as long as there are messages. */
export function judgeAction(context: JsonObject, messages: boolean, chat: boolean): Finding[] {
  const { action, actionParameters } = context;
  if (!hasAction(context)) return actionParameters === undefined ? [] : [withoutAction];
  if (known(action)) return judgeParameters(action, actionParameters, { chat, messages });
  const path = 'context.action';
  const named =
    typeof action === 'string' ? `the action ${quote(action)}` : `an action that is ${kind(action)}`;
  const near = typeof action === 'string' ? didYouMean(action, names) : '';
  const hint = Array.isArray(action)
    ? 'the connector takes one action an answer, as a string'
    : `the actions are ${names.join(', ')}, in capitals, one an answer`;
  if (messages) {
    const what = `the connector passes over ${named}.${near}`;
    return [ignored({ path, what, hint })];
  }
  const what = `there is no message, only ${named}, which is unknown.${near}`;
  return [refused('pipes.verify-ai-response.no-messages-and-not-supported-action', { path, what, hint })];
}

const withoutAction = ignored({
  path: 'context.actionParameters',
  what: 'there are actionParameters but no action',
  hint: 'name the action in context.action',
});
