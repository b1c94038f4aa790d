import * as z from 'zod/mini';
import type { Finding } from '../../errors.ts';
import { connectorActions, olderTtrType, ttrTypes } from '../../platform/connector-actions.ts';
import type { ConnectorAction } from '../../platform/connector-actions.ts';
import { didYouMean } from '../../platform/suggest.ts';
import { doubtful, ignored, refused } from './finding.ts';
import { isObject, pathOf } from '../../payload/document/path.ts';
import { mismatches } from './shape.ts';
import { misspeltKeys } from './stray-keys.ts';
import { kind, quote } from './value.ts';
import type { JsonObject } from './value.ts';

const text = z.string('a string').check(z.minLength(1, 'at least one character'));
const flag = z.optional(z.boolean('true or false'));

const schemas = {
  TRANSFER: z.object({ skill: text, agentId: z.optional(text) }),
  CLOSE_CONVERSATION: z.object({ withoutPcs: flag }),
  CHANGE_TTR: z.object({ ttrType: text, value: z.optional(text) }),
  INVOCATION: z.object({
    lambdaUuid: text,
    payload: z.record(z.string(), z.unknown(), 'an object'),
    failOnError: flag,
  }),
} satisfies Record<ConnectorAction, z.ZodMiniType>;

const keys = Object.fromEntries(
  Object.entries(schemas).map(([action, schema]) => [action, new Set(Object.keys(schema.shape))]),
) as unknown as Record<ConnectorAction, ReadonlySet<string>>;

const base = 'context.actionParameters';

/** Where an action stands: whether in a chat, and whether beside a message. */
interface Beside {
  chat: boolean;
  messages: boolean;
}

/** Judges the parameters of a known action. */
export function judgeParameters(action: ConnectorAction, given: unknown, beside: Beside): Finding[] {
  const parameters = given ?? {};
  const hint = `${action} takes ${connectorActions[action]}`;
  if (!isObject(parameters)) {
    const what = `actionParameters is ${kind(parameters)}, expected an object`;
    return [refused('liveperson-functions-invalid-action-body', { path: base, what, hint })];
  }
  const wrong = mismatches(schemas[action], parameters, 'actionParameters').map(({ steps, what }) =>
    refused('liveperson-functions-invalid-action-body', { path: pathOf(base, steps), what, hint }),
  );
  return [
    ...wrong,
    ...misspeltKeys(parameters, keys[action], base),
    ...(action === 'CHANGE_TTR' ? judgeTtr(parameters, beside, hint) : []),
  ];
}

/** That it counts as an unknown action in a chat is inferred: the page says only that it is for messaging. */
function judgeTtr({ ttrType, value }: JsonObject, { chat, messages }: Beside, hint: string): Finding[] {
  if (chat) {
    const what = 'CHANGE_TTR is for messaging only, and this is a chat';
    const complaint = { path: 'context.action', what, hint: 'leave it out for chats' };
    if (messages) return [ignored(complaint)];
    return [refused('pipes.verify-ai-response.no-messages-and-not-supported-action', complaint)];
  }
  if (typeof ttrType !== 'string' || ttrType === '') return [];
  const path = `${base}.ttrType`;
  if (ttrType === olderTtrType && typeof value === 'string' && /^\d+$/.test(value)) {
    const what = `ttrType ${olderTtrType} is in the older documentation only`;
    return [doubtful({ path, what, hint: `try it on the account first, or use ${ttrTypes.join(', ')}` })];
  }
  if ((ttrTypes as readonly string[]).includes(ttrType)) return [];
  const what = `ttrType is ${quote(ttrType)}, expected ${ttrTypes.join(', ')}.${didYouMean(ttrType, ttrTypes)}`;
  return [refused('connector.messaging.change-ttr', { path, what, hint })];
}
