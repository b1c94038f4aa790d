import type { InvocationRecord } from '../invoke/record.ts';
import { duration, median, p95 } from './duration.ts';
import { printable } from './printable.ts';
import type { Cell, Column } from './table.ts';

/** Records that have the same to tell: repeats of one payload that start and end alike. `first` stands for all. */
export interface Row {
  first: InvocationRecord;
  records: InvocationRecord[];
}

/** Puts repeats together, in the order in which each first came. */
export function rowsOf(records: readonly InvocationRecord[]): Row[] {
  const rows = new Map<string, Row>();
  for (const record of records) {
    const key = keyOf(record);
    const row = rows.get(key);
    if (row) row.records.push(record);
    else rows.set(key, { first: record, records: [record] });
  }
  return [...rows.values()];
}

/** Findings count by code and path only, because their messages can carry times. */
function keyOf(record: InvocationRecord): string {
  const { generation, engine, event, payload, start, outcome, verdict } = record;
  const findings = verdict.findings.map(({ code, severity, path }) => [code, severity, path]);
  return JSON.stringify([record.function, generation, engine, event, payload, start, outcome, findings]);
}

/** The columns of the table; the engine has one only where it is not the usual one. */
export function columnsOf(engine: boolean): Column[] {
  return [
    { heading: '', align: 'left' },
    { heading: 'function', align: 'left' },
    { heading: 'payload', align: 'left' },
    { heading: 'generation', align: 'left' },
    ...(engine ? [{ heading: 'engine', align: 'left' } as const] : []),
    { heading: 'start', align: 'left' },
    { heading: 'time', align: 'right' },
    { heading: 'CPU', align: 'right' },
    { heading: 'projected', align: 'right' },
    { heading: 'outcome', align: 'left' },
  ];
}

/** One row's cells; repeats show their medians. */
export function cellsOf({ first, records }: Row, engine: boolean): Cell[] {
  const middle = (value: (record: InvocationRecord) => number | null): Cell => {
    const times = records.map(value).filter((time) => time !== null);
    return { text: duration(median(times)) };
  };
  return [
    mark(first),
    { text: printable(first.function), style: 'strong' },
    { text: printable(first.payload) },
    { text: first.generation },
    ...(engine ? [{ text: first.engine }] : []),
    { text: first.start, style: 'faint' },
    middle(({ timings }) => timings.wall),
    middle(({ timings }) => timings.active),
    middle(({ timings }) => timings.projected),
    outcomeCell(first, records),
  ];
}

function mark({ verdict }: InvocationRecord): Cell {
  if (!verdict.pass) return { text: '✗', style: 'bad' };
  return verdict.findings.length > 0 ? { text: '!', style: 'doubtful' } : { text: '✓', style: 'good' };
}

function outcomeCell(record: InvocationRecord, records: InvocationRecord[]): Cell {
  const { pass, findings } = record.verdict;
  const repeats =
    records.length === 1
      ? ''
      : `, ${records.length} runs, p95 ${duration(p95(records.map(({ timings }) => timings.wall)))}`;
  const style = pass ? (findings.length > 0 ? 'doubtful' : 'good') : 'bad';
  return { text: `${outcomeText(record)}${repeats}`, style };
}

/** The platform's view, and where ours differs from it, what is short: `ok, but over-budget`. */
export function outcomeText({ outcome, verdict }: InvocationRecord): string {
  if (verdict.pass || outcome !== 'ok') return outcome;
  const errors = verdict.findings.filter(({ severity }) => severity === 'error');
  return `ok, but ${[...new Set(errors.map(({ code }) => code))].join(', ')}`;
}
