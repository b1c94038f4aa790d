import * as z from 'zod/mini';
import type { Finding } from '../../errors.ts';
import { isObject, pathOf } from '../../payload/document/path.ts';
import { refused } from './finding.ts';
import { mismatches } from './shape.ts';
import { misspeltKeys } from './stray-keys.ts';
import { kind } from './value.ts';

const hint = 'answer with [{ targetEmail, senderName, senderEmail, subject }], or [] for no mail';

/** One line with one at sign and a dot behind it. What the chat server takes for an address is not documented: ours. */
const address = z
  .string('an e-mail address')
  .check(z.regex(/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/, 'an e-mail address'));

const line = z.string('a text of one line').check(z.regex(/^[^\r\n]*\S[^\r\n]*$/, 'a text of one line'));

const mail = z.object({ targetEmail: address, senderName: line, senderEmail: address, subject: line });
const keys: ReadonlySet<string> = new Set(Object.keys(mail.shape));

/**
 * Judges the answer to `denver_post_survey_email_transcript`: the chat server sends one mail for each entry of the list.
 * Source: developers.liveperson.com/liveperson-functions-event-sources-chat-post-survey.html.
 */
export function judgeEmailTranscript(result: unknown): Finding[] {
  if (!Array.isArray(result))
    return [
      refused(null, { path: '', what: `the answer is ${kind(result)}, expected a list of mails`, hint }),
    ];
  return result.flatMap((entry, index) => judgeMail(entry, `[${index}]`));
}

function judgeMail(entry: unknown, path: string): Finding[] {
  if (!isObject(entry))
    return [refused(null, { path, what: `the mail is ${kind(entry)}, expected an object`, hint })];
  return [
    ...mismatches(mail, entry, 'the mail').map(({ steps, what }) =>
      refused(null, { path: pathOf(path, steps), what, hint }),
    ),
    ...misspeltKeys(entry, keys, path),
  ];
}
