import type { Finding } from '../../errors.ts';
import { isObject } from '../../payload/document/path.ts';
import { type ConnectorAction, connectorActions } from '../../platform/connector-actions.ts';
import { connectorErrorOf } from '../../platform/connector-errors.ts';
import { type Failure } from './failure.ts';
import type { Channel } from '../settings/settings.ts';

/** The one action of an answer: to be carried out, or passed over; `failure` where carrying it out fails at once. */
export interface PlannedAction {
  name: string;
  parameters: Readonly<Record<string, unknown>>;
  /** Absent where the connector passes over it. */
  action?: ConnectorAction;
  failure?: Failure;
  /** What the contract has against it. */
  findings: readonly Finding[];
}

/**
 * Reads `context.action`; `null` where there is none. An action with wrong parameters is passed over like an unknown
 * one, says developers.liveperson.com/third-party-bots-conversation-tester.html, but for a wrong time to response, which
 * has an error of its own.
 */
export function planAction(
  context: Readonly<Record<string, unknown>>,
  findings: readonly Finding[],
  channel: Channel,
): PlannedAction | null {
  const { action, actionParameters } = context;
  if (action === undefined || action === null || action === '') return null;
  const name = typeof action === 'string' ? action : JSON.stringify(action);
  const parameters = isObject(actionParameters) ? actionParameters : {};
  if (!isKnown(action) || (action === 'CHANGE_TTR' && channel === 'chat'))
    return { name, parameters, findings };
  const first = findings.find(({ severity }) => severity === 'error');
  if (!first) return { name, parameters, findings, action };
  const error = connectorErrorOf(first.callerCode);
  if (error === undefined) return { name, parameters, findings };
  return { name, parameters, findings, action, failure: { error, message: first.message, findings } };
}

function isKnown(action: unknown): action is ConnectorAction {
  return typeof action === 'string' && Object.hasOwn(connectorActions, action);
}
