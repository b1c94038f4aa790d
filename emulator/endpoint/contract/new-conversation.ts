import * as z from 'zod/mini';
import { type Checked, check } from './check.ts';
import { optional } from './optional.ts';

const object = optional(z.record(z.string(), z.unknown(), 'an object'));
const id = optional(z.union([z.string(), z.number()], 'a string or a number'));
const text = optional(z.string('a string'));

/**
 * The body of PUT `…/conversations/{convId}`. The OpenAPI document wants `sdes` and numbers; the documentation collects
 * `sdes` only where that is switched on and shows a text as `skillId`, and the reference service takes anything. So all of
 * it may be missing or `null`. Source: github.com/LivePersonInc/third-party-bots-custom-endpoint-reference-service.
 */
export const newConversation = z.looseObject(
  {
    sdes: optional(z.looseObject({ authenticatedSdes: object, unauthenticatedSdes: object }, 'an object')),
    context: optional(
      z.looseObject(
        {
          /** MESSAGING or CHAT. */
          type: text,
          skillId: id,
          engagementId: id,
          campaignId: id,
          contextType: z.optional(z.unknown()),
          visitor: object,
          assignedAgentId: text,
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
