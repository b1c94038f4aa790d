import * as z from 'zod/mini';
import type { Finding } from '../../errors.ts';
import { privateAudience } from '../../platform/connector-actions.ts';
import { refused } from './finding.ts';
import { pathOf } from '../../payload/document/path.ts';
import { mismatches } from './shape.ts';
import type { JsonObject } from './value.ts';

const seconds = 'a whole number of seconds';

const delay = z.object({
  delay: z.int(seconds).check(z.minimum(0, seconds)),
  typing: z.optional(z.boolean('true or false')),
});

const privateText = z.object({
  text: z.string('a string').check(z.minLength(1, 'at least one character')),
  messageAudience: z.literal(privateAudience, `"${privateAudience}"`),
});

/** Judges a pause. An answer that is nothing but a pause means "say nothing", and is fine. */
export function judgeDelay(message: JsonObject, path: string): Finding[] {
  const hint = 'write { "delay": 2, "typing": true }; without typing, the typing indicator shows';
  return mismatches(delay, message, 'delay').map(({ steps, what }) =>
    refused('liveperson-functions-invalid-body', { path: pathOf(path, steps), what, hint }),
  );
}

/** Judges a text for agents and managers: both keys are mandatory, and case counts. */
export function judgePrivateText(message: JsonObject, path: string): Finding[] {
  const hint = `a private text is { "text": "…", "messageAudience": "${privateAudience}" }; a text for the consumer is a plain string`;
  return mismatches(privateText, message, 'text').map(({ steps, what }) =>
    refused('liveperson-functions-invalid-body', { path: pathOf(path, steps), what, hint }),
  );
}
