import { type Finding, renderWhere, type Where } from '../errors.ts';
import type { Frame, InvocationError, InvocationRecord, LogEntry, OutboundCall } from '../invoke/record.ts';
import type { Paint } from './colour.ts';
import { duration } from './duration.ts';
import { printable, printableLines } from './printable.ts';

/** A place as editors and terminals link it, safe to print. */
export function place(where: Where): string {
  return printable(renderWhere(where));
}

/** One finding: code and message, then where, then what to do. */
export function findingLines(finding: Finding, paint: Paint): string[] {
  const { code, severity, message, hint, where, path } = finding;
  const style = severity === 'error' ? 'bad' : 'doubtful';
  const [first = '', ...rest] = printableLines(message);
  const places = [...(path === undefined ? [] : [printable(path)]), ...(where ? [place(where)] : [])];
  return [
    `${paint(style, `${severity === 'error' ? '✗' : '!'} ${code}`)}  ${first}`,
    ...indent(rest),
    ...indent(places.map((text) => paint('faint', `at ${text}`))),
    ...indent(hint === '' ? [] : [`→ ${printable(hint)}`]),
  ];
}

/** The error as the platform names it, and the stack that the platform hides. */
export function errorLines(
  { code, message, frames }: InvocationError,
  findings: readonly Finding[],
  paint: Paint,
): string[] {
  const told = findings.some((finding) => finding.message.includes(message));
  const [first = '', ...rest] = told ? [] : printableLines(message);
  return [
    `${printable(code)}${first === '' ? '' : `: ${first}`}`,
    ...indent(rest),
    ...indent(frames.map((frame) => paint('faint', frameLine(frame)))),
  ];
}

function frameLine(frame: Frame): string {
  const at = place(frame);
  return frame.function === null ? `at ${at}` : `at ${printable(frame.function)} (${at})`;
}

/** Log entries: level, when, message, extras. */
export function logLines(logs: readonly LogEntry[], paint: Paint): string[] {
  return logs.flatMap(({ level, message, extras, at }) => {
    const [first = '', ...rest] = printableLines(message);
    const more = extras.map((extra) => ` ${printable(JSON.stringify(extra) ?? 'undefined')}`).join('');
    const style = level === 'Error' ? 'bad' : level === 'Warn' ? 'doubtful' : 'faint';
    return [`${paint(style, level.padEnd(5))} +${duration(at)}  ${first}${more}`, ...indent(rest)];
  });
}

/** Outbound calls: method, address, answer, where the answer came from, how long it took. */
export function callLines(calls: readonly OutboundCall[], paint: Paint): string[] {
  return calls.map(({ method, url, status, source, start, duration: took, error }) => {
    const answer = error === undefined ? `${status ?? 'no answer'}` : printable(error);
    const line = `${printable(method)} ${printable(url)} → ${answer} (${source}), +${duration(start)}, ${duration(took)}`;
    return error === undefined && status !== null ? line : paint('doubtful', line);
  });
}

/** How many of the last logs and calls a failure shows. */
const last = 5;

/** Everything under a row: its findings, and for a failure the stack, the last logs and the last calls. */
export function detailLines(
  { verdict, error, logs, calls, attempts }: InvocationRecord,
  paint: Paint,
): string[] {
  return [
    ...verdict.findings.flatMap((finding) => findingLines(finding, paint)),
    ...(error ? errorLines(error, verdict.findings, paint) : []),
    ...(attempts ? [attemptsLine(attempts)] : []),
    ...(verdict.pass ? [] : section('last logs', logLines(logs.slice(-last), paint))),
    ...(verdict.pass ? [] : section('last calls', callLines(calls.slice(-last), paint))),
  ];
}

/** A heading over indented lines; nothing where there are none. */
export function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...indent(lines)];
}

/** The times of repeats that a breach of the budget led to. */
export function attemptsLine(attempts: readonly number[]): string {
  return `best of ${attempts.length}: ${attempts.map(duration).join(', ')}`;
}

/** Each line two columns further in. */
export function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
