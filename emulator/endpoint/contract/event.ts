import * as z from 'zod/mini';
import { type Checked, check } from './check.ts';
import { isObject } from './json.ts';
import { optional } from './optional.ts';

const text = z.string('a string');
const context = optional(
  z.looseObject({ lpEvent: optional(z.record(z.string(), z.unknown(), 'an object')) }, 'an object'),
);
/** Documented, and missing in the OpenAPI document: so it may be missing here, or `null`. */
const source = optional(z.enum(['CONSUMER', 'CONVERSATION'], 'CONSUMER or CONVERSATION'));
/** Events that say everything by their type. What else may be in their data is not documented. */
const plainData = optional(z.looseObject({}, 'an object'));

const event = z.discriminatedUnion(
  'type',
  [
    z.object({
      type: z.literal('TEXT'),
      source,
      data: z.looseObject({ message: text }, 'an object with message'),
      context,
    }),
    /** The OpenAPI document wants `context` inside of `data`, which its own documentation does not send. */
    z.object({
      type: z.literal('RICH_CONTENT'),
      source,
      data: z.looseObject(
        { content: z.record(z.string(), z.unknown(), 'an object') },
        'an object with content',
      ),
      context,
    }),
    /** In the OpenAPI document only. */
    z.object({
      type: z.literal('hosted-file'),
      source,
      data: z.looseObject(
        {
          caption: optional(text),
          relativePath: text,
          fileType: text,
          preview: optional(text),
        },
        'an object with relativePath and fileType',
      ),
      context,
    }),
    /** A welcome: a conversation or a survey begins. In the reference service's README and code only. */
    z.object({ type: z.literal('START'), source, data: plainData, context }),
    /** The end of a survey. In the reference service's README and code only. */
    z.object({ type: z.literal('CLOSE_CONVERSATION'), source, data: plainData, context }),
    /** In the OpenAPI document only. */
    z.object({
      type: z.literal('CONVERSATION'),
      source,
      data: z.looseObject(
        {
          name: z.enum(['STARTED', 'TRANSFERRED', 'CLOSED'], 'STARTED, TRANSFERRED or CLOSED'),
        },
        'an object with name',
      ),
      context,
    }),
  ],
  {
    error: ({ input }) =>
      isObject(input)
        ? 'TEXT, RICH_CONTENT, START, CLOSE_CONVERSATION, CONVERSATION or hosted-file'
        : 'an object with type, source, data and context',
  },
);

/** The body of POST `…/conversations/{convId}/events`: one thing that happened in a conversation. */
export type EndpointEvent = z.infer<typeof event>;

/** Checks the body of a request that tells of an event. */
export function checkEvent(body: unknown): Checked<EndpointEvent> {
  return check(event, body);
}
