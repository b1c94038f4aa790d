import * as z from 'zod/mini';
import { lpEvent, lpSdes } from './lp-event.ts';

const base = z.looseObject({
  convId: z.string().check(z.minLength(1)),
  message: z.optional(z.string()),
  event: z.optional(z.looseObject({ name: z.string() })),
  context: z.optional(z.looseObject({ lpEvent: z.optional(lpEvent), lpSdes: z.optional(lpSdes) })),
});

/** A welcome has no message: chat names an event, messaging marks the raw event. */
function isWelcome({ event, context }: z.infer<typeof base>): boolean {
  const raw = context?.lpEvent;
  return event !== undefined || raw?.content === 'welcome' || raw?.isWelcomeEvent === true;
}

/**
 * What the connector sends to a Custom Integration. The official table names `message` and `event` only; the rest is
 * from its code examples. Sources: developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html,
 * developers.liveperson.com/third-party-bots-liveperson-functions-advanced-features.html.
 */
export const customIntegration = base.check(
  z.refine((payload) => payload.message !== undefined || isWelcome(payload), {
    path: ['message'],
    message: 'is missing, and nothing else says that this is a welcome event',
  }),
);
