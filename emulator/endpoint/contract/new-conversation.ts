import * as z from 'zod/mini';
import { type Checked, check } from './check.ts';

const object = z.record(z.string(), z.unknown(), 'an object');
const id = z.union([z.string(), z.number()], 'a string or a number');

/**
 * The body of PUT `…/conversations/{convId}`. The OpenAPI document wants `sdes` and numbers; the documentation collects
 * `sdes` only where that is switched on and shows a text as `skillId`, and the reference service takes `{}`. So all of it
 * may be missing. Source: github.com/LivePersonInc/third-party-bots-custom-endpoint-reference-service.
 */
export const newConversation = z.looseObject(
  {
    sdes: z.optional(
      z.looseObject(
        { authenticatedSdes: z.optional(object), unauthenticatedSdes: z.optional(object) },
        'an object',
      ),
    ),
    context: z.optional(
      z.looseObject(
        {
          /** MESSAGING or CHAT. */
          type: z.optional(z.string('a string')),
          skillId: z.optional(id),
          engagementId: z.optional(id),
          campaignId: z.optional(id),
          contextType: z.optional(z.unknown()),
          visitor: z.optional(z.nullable(object)),
          assignedAgentId: z.optional(z.string('a string')),
        },
        'an object',
      ),
    ),
  },
  'an object',
);

/** What a service is told once, when a conversation begins; it has to keep it. */
export type NewConversation = z.infer<typeof newConversation>;

/** Checks the body of a request that creates a conversation. */
export function checkNewConversation(body: unknown): Checked<NewConversation> {
  return check(newConversation, body);
}
