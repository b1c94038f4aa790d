import type { Entry } from '../connector/transcript/entry.ts';
import type { Code, Finding } from '../errors.ts';

/** What the contract of an event has against an answer. */
const aboutAnswers: readonly Code[] = ['bad-answer', 'answer-ignored'];

/**
 * What the record of an entry has against its call, but for what the entries around it tell: whether a bot's answer is
 * fit is the connector's to say, after the post hook.
 */
export function callFindings(entry: Entry): Finding[] {
  if (!('record' in entry) || !entry.record) return [];
  const told = isToldAround(entry);
  return entry.record.verdict.findings.filter(
    ({ code }) => code !== 'unused-mock' && !(told && aboutAnswers.includes(code)),
  );
}

function isToldAround(entry: Entry): boolean {
  return (
    entry.kind === 'bot-call' ||
    (entry.kind === 'hook' && (entry.hook === 'post' || entry.outcome === 'failed'))
  );
}
