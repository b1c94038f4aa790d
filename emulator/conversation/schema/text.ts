import * as z from 'zod/mini';
import { time } from '../../connector/settings/settings-schema.ts';
import { timeOf } from '../../connector/settings/read-settings.ts';
import { longestWait } from '../../connector/session/timers.ts';
import { expressionIn } from '../match/expression.ts';

/** A schema with the sentence that editors show. */
export function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  return schema.check(z.describe(description));
}

/** The same for one that stands in many places: a JSON Schema names it once. */
export function named<Schema extends z.ZodMiniType>(schema: Schema, id: string, description: string): Schema {
  z.globalRegistry.add(schema, { id, description });
  return schema;
}

/** Text that is there. */
export const name = z.string().check(z.minLength(1));

const pattern = z
  .string()
  .check(z.refine(isReadable, 'must be text, or an expression such as /total: \\d+/i that can be read'));

const choice = z
  .strictObject({
    oneOf: z.optional(described(z.array(pattern).check(z.minLength(1)), 'Any of these texts will do.')),
    exactly: z.optional(described(z.string(), 'This text, with stars and slashes taken as they are.')),
  })
  .check(z.refine((value) => Object.keys(value).length === 1, 'must have either oneOf or exactly'));

/** What a text must be. */
export const text = named(
  z.union([pattern, choice]),
  'text',
  'The text, with * for any run of characters; an expression such as /total: \\d+/i that is found in it; { oneOf: [...] }; or { exactly: ... }.',
);

/** Several texts. */
export const texts = named(
  z.union([text, z.array(text)]),
  'texts',
  'One text for one alone, a list for all of them in order.',
);

/** A stretch of a conversation's own time. */
export const span = named(
  time.check(z.refine((value) => !(timeOf(value) > longestWait), 'must be at most 30d')),
  'span',
  'A number of seconds, or text such as 400ms, 90s, 5m, 2h or 1d.',
);

function isReadable(value: string): boolean {
  try {
    expressionIn(value);
    return true;
  } catch {
    return false;
  }
}
