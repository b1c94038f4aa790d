import * as z from 'zod/mini';
import { milliseconds } from '../../platform/duration.ts';

const text = z.string();
const name = z.string().check(z.minLength(1));
/** A time as it is written: seconds, or text with a unit. */
export const time = z.union([
  z.number().check(z.minimum(0)),
  z
    .string()
    .check(
      z.refine(
        (value) => milliseconds(value) !== undefined,
        'must be a number of seconds, or a time such as 90s or 5m',
      ),
    ),
]);

const inactivity = z.strictObject({
  timeUntilWarning: z.optional(z.nullable(time)),
  warningMessage: z.optional(text),
  timeUntilClose: z.optional(z.nullable(time)),
  closeMessage: z.optional(text),
});

const combineMessages = z.strictObject({
  maxMessages: z.optional(z.int().check(z.minimum(1))),
  timeFrame: z.optional(time),
  timeFrameAfterTyping: z.optional(time),
});

const escalation = z.strictObject({
  messageToCustomer: z.optional(text),
  messageToAgent: z.optional(text),
  failureMessage: z.optional(text),
  skill: z.optional(z.nullable(name)),
});

const hooks = z.strictObject({
  pre: z.optional(z.nullable(name)),
  post: z.optional(z.nullable(name)),
  error: z.optional(z.nullable(name)),
});

/** The settings of a bot as YAML has them: a time is a number of seconds, or text with a unit. */
export const settingsSchema = z.strictObject({
  botType: z.optional(z.enum(['agent', 'survey'])),
  conversationType: z.optional(z.enum(['messaging', 'chat'])),
  skill: z.optional(name),
  welcomeMessage: z.optional(z.boolean()),
  combineMessages: z.optional(z.nullable(combineMessages)),
  engagementAttributes: z.optional(z.boolean()),
  inactivity: z.optional(inactivity),
  escalation: z.optional(escalation),
  hooks: z.optional(hooks),
  survey: z.optional(z.strictObject({ skills: z.optional(z.array(name)), errorMessage: z.optional(text) })),
});

/** Settings as they are written. */
export type WrittenSettings = z.infer<typeof settingsSchema>;
