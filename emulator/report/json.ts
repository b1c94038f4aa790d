import type { InvocationRecord } from '../invoke/record.ts';
import { passed, totals } from './report.ts';
import type { RunReport } from './report.ts';

/**
 * The report as JSON, for machines: `pass`, `totals`, `elapsed` (milliseconds), `warnings`, `broken` and the records as
 * they are, always in this order. A record without an answer has no `result`.
 */
export function jsonReport(report: RunReport): string {
  const { records, broken, warnings, elapsed } = report;
  const ordered = {
    pass: passed(report),
    totals: totals(report),
    elapsed,
    warnings,
    broken,
    records: records.map(inOrder),
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

/** A record's keys in the order of its type, whatever order it was put together in; absent ones stay absent. */
function inOrder(record: InvocationRecord): InvocationRecord {
  const {
    id,
    function: name,
    generation,
    engine,
    event,
    payload,
    bundle,
    start,
    outcome,
    ...others
  } = record;
  const { result, error, logs, calls, services, timings, memory, attempts, verdict } = others;
  return {
    id,
    function: name,
    generation,
    engine,
    event,
    payload,
    bundle,
    start,
    outcome,
    ...(result === undefined ? {} : { result }),
    ...(error && { error }),
    logs,
    calls,
    services,
    timings,
    memory,
    ...(attempts && { attempts }),
    verdict,
  };
}
