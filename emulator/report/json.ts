import type { InvocationRecord } from '../invoke/record.ts';
import { passed, totals } from './report.ts';
import type { RunReport } from './report.ts';

/**
 * The report as JSON, for machines: `pass`, `totals`, `elapsed` (milliseconds), `warnings`, `broken` and the records as
 * they are, always in this order. A record without an answer has no `result`.
 */
export function jsonReport(report: RunReport): string {
  return `${JSON.stringify(ordered(report, report), null, 2)}\n`;
}

/** A round of a watch on one line: `pass` and `totals` are those of everything, the rest is what the round was about. */
export function jsonLine(part: RunReport, whole: RunReport): string {
  return `${JSON.stringify(ordered(part, whole))}\n`;
}

function ordered(part: RunReport, whole: RunReport): Record<string, unknown> {
  const { records, broken, warnings, elapsed } = part;
  return {
    pass: passed(whole),
    totals: totals(whole),
    elapsed,
    warnings,
    broken,
    records: records.map(inOrder),
  };
}

/** The keys of a record in the order of its type; the compiler sees to it that none is missing. */
const keys: Record<keyof InvocationRecord, true> = {
  id: true,
  function: true,
  generation: true,
  engine: true,
  event: true,
  payload: true,
  bundle: true,
  start: true,
  outcome: true,
  result: true,
  error: true,
  logs: true,
  calls: true,
  services: true,
  called: true,
  timings: true,
  memory: true,
  attempts: true,
  verdict: true,
};

/** A record's keys in order, whatever order it was put together in; absent ones stay absent. */
function inOrder(record: InvocationRecord): Record<string, unknown> {
  const given: Record<string, unknown> = { ...record };
  return Object.fromEntries(Object.keys(keys).map((key) => [key, given[key]]));
}
