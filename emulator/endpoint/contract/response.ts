import * as z from 'zod/mini';
import { type Checked, check } from './check.ts';
import { isObject } from './json.ts';

const text = z.string('a string');
const object = z.record(z.string(), z.unknown(), 'an object');
/** The OpenAPI document has an object, documentation and reference service send arrays. */
const metadata = z.optional(z.union([object, z.array(z.unknown())], 'an array or an object'));
const seconds = 'a whole number of seconds, at least 1';

/** Encoded metadata that cannot be used make the connector drop the message: nothing for a schema to refuse. */
const encodedMetadata = z.optional(z.unknown());

const item = z.discriminatedUnion(
  'type',
  [
    z.object({
      type: z.literal('TEXT'),
      data: z.object(
        {
          message: text,
          messageAudience: z.optional(z.enum(['ALL', 'AGENTS_AND_MANAGERS'], 'ALL or AGENTS_AND_MANAGERS')),
          metadata,
          encodedMetadata,
        },
        'an object with message',
      ),
    }),
    z.object({
      type: z.literal('STRUCTURED_CONTENT'),
      data: z.object(
        { structuredContent: object, metadata, encodedMetadata },
        'an object with structuredContent',
      ),
    }),
    z.object({
      type: z.literal('DELAY'),
      data: z.object(
        {
          seconds: z.int(seconds).check(z.minimum(1, seconds)),
          typing: z.optional(z.boolean('true or false')),
        },
        'an object with seconds',
      ),
    }),
    /** The connector passes over an action that it does not know or whose parameters are wrong: not for a schema either. */
    z.object({
      type: z.literal('ACTION'),
      data: z.object({ name: text, parameters: z.optional(z.unknown()) }, 'an object with name'),
    }),
  ],
  {
    error: ({ input }) =>
      isObject(input) ? 'TEXT, STRUCTURED_CONTENT, DELAY or ACTION' : 'an object with type and data',
  },
);

const response = z.object(
  {
    response: z.array(item, 'an array of items').check(({ value, issues }) => {
      const [, ...more] = value.flatMap(({ type }, index) => (type === 'ACTION' ? [index] : []));
      for (const index of more) {
        issues.push({
          code: 'custom',
          path: [index],
          message: `response[${index}] is a second action, and a response holds one at most`,
          input: value,
        });
      }
    }),
    /** For agents' eyes only. What is wrong with it is told by `noticeAnalytics`, and refuses nothing. */
    analytics: z.optional(z.unknown()),
  },
  'an object with response and analytics',
);

/** One item of a response. */
export type ResponseItem = z.infer<typeof item>;

/**
 * What a service answers to an event. Sources:
 * developers.liveperson.com/third-party-bots-custom-endpoint-basic-content.html, the page on advanced features beside it,
 * github.com/LivePersonInc/third-party-bots-custom-endpoint-reference-service; where they differ from the OpenAPI document
 * there, they are right. That a second action refuses all of a response is ours: "one action", says the page.
 */
export type EndpointResponse = z.infer<typeof response>;

/** Checks the answer of a service. */
export function checkResponse(body: unknown): Checked<EndpointResponse> {
  return check(response, body);
}
