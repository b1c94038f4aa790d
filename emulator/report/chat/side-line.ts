import type { Entry } from '../../connector/transcript/entry.ts';
import { callFindings } from '../../conversation/call-findings.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import type { Paint } from '../colour.ts';
import { counted } from '../../platform/counted.ts';
import { errorLines, findingLines, indent, logLines } from '../details.ts';
import { duration } from '../duration.ts';
import { exchangesText } from '../exchange-lines.ts';
import { wrap } from '../wrap.ts';

/** How the calls of a turn are told. */
export interface SideOptions {
  paint: Paint;
  width: number;
  /** Whether what the functions logged is told. */
  logs: boolean;
}

/**
 * What a turn cost, beside the conversation: time as measured, CPU time, and both projected to the platform; in sum where
 * hooks ran too. Below it what is wrong with the calls. Nothing where nothing was called.
 */
export function sideLines(entries: readonly Entry[], { paint, width, logs }: SideOptions): string[] {
  const records = entries.flatMap((entry) => ('record' in entry && entry.record ? [entry.record] : []));
  if (records.length === 0) return requestLines(entries, paint, width);
  const sum = (value: (timings: InvocationRecord['timings']) => number | null): string =>
    duration(records.reduce((total, { timings }) => total + (value(timings) ?? Number.NaN), 0));
  const parts = [
    sum(({ wall }) => wall),
    `${sum(({ active }) => active)} CPU`,
    `${sum(({ projected }) => projected)} projected`,
    ...(records.length > 1 ? [counted(records.length, 'call')] : []),
  ];
  return [
    ...wrap(parts.join(' · '), width).map((line) => paint('faint', line)),
    ...entries.flatMap((entry) => indent(below(entry, paint, logs))),
  ];
}

/** Where the bot is elsewhere: what it was asked over the wire. */
function requestLines(entries: readonly Entry[], paint: Paint, width: number): string[] {
  const exchanges = entries.flatMap((entry) => ('exchanges' in entry ? (entry.exchanges ?? []) : []));
  if (exchanges.length === 0) return [];
  return wrap(exchangesText(exchanges), width).map((line) => paint('faint', line));
}

function below(entry: Entry, paint: Paint, logs: boolean): string[] {
  if (!('record' in entry) || !entry.record) return [];
  const { error, logs: written } = entry.record;
  const findings = callFindings(entry);
  return [
    ...findings.flatMap((finding) => findingLines(finding, paint)),
    ...(error ? errorLines(error, findings, paint) : []),
    ...(logs ? logLines(written, paint) : []),
  ];
}
