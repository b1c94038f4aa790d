import type { InvocationRecord, Timings } from '../invoke/record.ts';
import { calledLines, changeLines } from './account-lines.ts';
import { brush } from './colour.ts';
import type { Paint } from './colour.ts';
import { attemptsLine, callLines, errorLines, findingLines, logLines, section } from './details.ts';
import { duration } from './duration.ts';
import { printable, printableJson } from './printable.ts';
import { outcomeText } from './row.ts';

/**
 * One invocation for `lpf-emulator invoke`: `out` is the answer as JSON (empty where there is none), for standard
 * output; `err` is everything else, for standard error.
 */
export function invocationReport(
  record: InvocationRecord,
  { colour }: { colour: boolean },
): { out: string; err: string } {
  const answer = printableJson(record.result);
  const lines = [...headLines(record, brush(colour)), ...bodyLines(record, brush(colour))];
  return { out: answer === undefined ? '' : `${answer}\n`, err: `${lines.join('\n')}\n` };
}

function headLines(record: InvocationRecord, paint: Paint): string[] {
  const { verdict, generation, engine, start, timings } = record;
  const outcome = outcomeText(record);
  const good = verdict.pass ? paint('good', `✓ ${outcome}`) : paint('bad', `✗ ${outcome}`);
  const what = [
    paint('strong', printable(record.function)),
    printable(record.payload),
    generation,
    ...(engine === 'node' ? [] : [engine]),
    start,
  ];
  const silent = record.outcome === 'ok' && record.result === undefined ? ['no answer'] : [];
  return [`${good}  ${[...what, ...silent].join(' · ')}`, timesLine(timings, start)];
}

function timesLine({ wall, active, waiting, projected, coldStart }: Timings, start: 'cold' | 'warm'): string {
  const parts = [
    `${duration(wall)} measured`,
    `${duration(active)} CPU`,
    `${duration(waiting)} waiting`,
    `${duration(projected)} projected to the platform`,
    ...(start === 'cold' ? [`cold start ${duration(coldStart)}`] : []),
  ];
  return `  ${parts.join(', ')}`;
}

function bodyLines(record: InvocationRecord, paint: Paint): string[] {
  const { attempts, verdict, error, logs, calls, services, called } = record;
  const lines = [
    ...(attempts ? [attemptsLine(attempts)] : []),
    ...verdict.findings.flatMap((finding) => findingLines(finding, paint)),
    ...(error ? errorLines(error, verdict.findings, paint) : []),
    ...section('logs', logLines(logs, paint)),
    ...section('calls', callLines(calls, paint)),
    ...section('called functions', calledLines(called, paint)),
    ...section('changes in the account', changeLines(services)),
  ];
  return lines.map((line) => `  ${line}`);
}
