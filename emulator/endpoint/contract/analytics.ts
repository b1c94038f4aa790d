import * as z from 'zod/mini';
import { check, type Complaint } from './check.ts';

const score = 'a number from 0 to 1';

const analytics = z.object(
  {
    intents: z.optional(
      z.array(
        z.object(
          {
            id: z.string('a string').check(z.regex(/^\S+$/, 'text without white space')),
            description: z.string('a string'),
            confidenceScore: z.number(score).check(z.minimum(0, score), z.maximum(1, score)),
          },
          'an object',
        ),
        'an array of intents',
      ),
    ),
  },
  'an object with intents',
);

/**
 * What is wrong with the analytics of a response. Nothing of it refuses the response: agents see intents, consumers do not,
 * and an answer of a function is not refused for them either (ours).
 */
export function noticeAnalytics(given: unknown): readonly Complaint[] {
  const checked = check(z.object({ analytics }), { analytics: given });
  return checked.ok ? [] : checked.complaints;
}
