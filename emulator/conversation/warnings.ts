import type { Entry } from '../connector/transcript/entry.ts';
import type { Finding } from '../errors.ts';
import type { InvocationRecord } from '../invoke/record.ts';
import { callFindings } from './call-findings.ts';

/**
 * What is to be known of a conversation whose expectations are met, each once: what is told along the way, and what the
 * records have against their calls. What an error, a dropped message or an ignored action tells is expected by then.
 */
export function warningsIn(entries: readonly Entry[]): Finding[] {
  const told = new Set(entries.flatMap(toldBy).map(textOf));
  const byText = new Map(entries.flatMap(findingsOf).map((finding) => [textOf(finding), finding]));
  return [...byText]
    .filter(([text]) => !told.has(text))
    .map(([, finding]) => ({ ...finding, severity: 'warning' }));
}

function findingsOf(entry: Entry): Finding[] {
  if (entry.kind === 'notice') return entry.finding.severity === 'warning' ? [entry.finding] : [];
  const called = 'record' in entry ? (entry.record?.called ?? []) : [];
  // A function that fails is a fault of its turn, and one that another calls is that one's to bear.
  return [...callFindings(entry), ...called.flatMap(findingsBelow)].filter(
    ({ code }) => code !== 'function-failed',
  );
}

function findingsBelow({ verdict, called = [] }: InvocationRecord): Finding[] {
  return [...verdict.findings.filter(({ code }) => code !== 'unused-mock'), ...called.flatMap(findingsBelow)];
}

function toldBy(entry: Entry): readonly Finding[] {
  if (entry.kind === 'bot-dropped') return [entry.finding];
  return entry.kind === 'error' || entry.kind === 'action' ? (entry.findings ?? []) : [];
}

function textOf({ code, path = '', message }: Finding): string {
  return `${code} ${path} ${message}`;
}
