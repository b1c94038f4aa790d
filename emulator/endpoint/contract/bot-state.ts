import * as z from 'zod/mini';
import { type Checked, check } from './check.ts';

/** States that a bot can report; with any but `online` the connector's connection test fails and the bot does not start. */
export const botStates = ['online', 'offline', 'error', 'maintenance'] as const;

const states = z.enum(botStates, `one of ${botStates.join(', ')}`);

/** Texts as versions differ: "1.0", "0.0.1", and semantic ones in the OpenAPI document. Nobody reads it. */
const botState = z.looseObject(
  { state: states, version: z.optional(z.unknown()) },
  'an object with state and version',
);

/** What a service answers to GET `…/state`; every state but `online` fails the connection test. */
export type BotStateBody = z.infer<typeof botState>;

/** Checks the answer of a service. */
export function checkBotState(body: unknown): Checked<BotStateBody> {
  return check(botState, body);
}
