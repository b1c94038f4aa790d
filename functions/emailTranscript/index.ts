import { clip } from '../lib/clip';
import type { EmailTranscript, Input } from '../lib/events';
import { field } from '../lib/field';
import { setting } from '../lib/setting';
import { addressesOf, rules } from './rules';

/** Decides who gets the transcript of a chat, by the consumer's satisfaction and the skill. */
export async function lambda(input: Input<EmailTranscript.Request>): Promise<EmailTranscript.Response> {
  const rank = rankOf(field(input, 'payload', 'csatRank'));
  const skill = oneLine(field(input, 'payload', 'skillName'));
  const mails = rank === null ? [] : mailsFor({ rank, skill });
  console.info('transcript of a chat', { rank, skill, mails: mails.length });
  return mails;
}

function mailsFor(chat: { rank: number; skill: string }): EmailTranscript.Mail[] {
  const sender = {
    senderName: setting('SENDER_NAME', 'Chat transcripts'),
    senderEmail: setting('SENDER_EMAIL', 'no-reply@example.com'),
  };
  const mails = new Map<string, EmailTranscript.Mail>();
  for (const rule of rules.filter(({ from, to, skills }) => fits(chat, from, to, skills))) {
    for (const targetEmail of addressesOf(rule)) {
      if (!mails.has(targetEmail))
        mails.set(targetEmail, { targetEmail, ...sender, subject: rule.subject(chat) });
    }
  }
  return [...mails.values()];
}

function fits(
  { rank, skill }: { rank: number; skill: string },
  from: number,
  to: number,
  skills: readonly string[],
): boolean {
  const name = skill.toLowerCase();
  const isSkill = skills.length === 0 || skills.some((part) => name.includes(part));
  return isSkill && rank >= from && rank <= to;
}

/** A consumer who did not answer has no rank, or one below zero. */
function rankOf(rank: unknown): number | null {
  return typeof rank === 'number' && Number.isInteger(rank) && rank >= 1 && rank <= 5 ? rank : null;
}

/** For the subject: a line break there would begin another header of the mail. */
function oneLine(name: unknown): string {
  const text = typeof name === 'string' ? name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim() : '';
  return text === '' ? 'an unknown skill' : clip(text, 80);
}
