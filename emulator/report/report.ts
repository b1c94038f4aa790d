import type { Finding } from '../errors.ts';
import type { InvocationRecord } from '../invoke/record.ts';
import type { Generation } from '../platform/generations.ts';

/**
 * A function that cannot be run, or that the platform would reject although it runs here, and why; `generation` is `null`
 * where the reason holds for both.
 */
export interface BrokenFunction {
  function: string;
  generation: Generation | null;
  findings: Finding[];
}

/** Everything that one `lpf-emulator run` has to tell: what every reporter reads. */
export interface RunReport {
  records: InvocationRecord[];
  broken: BrokenFunction[];
  /** Complaints about the run as a whole, such as a function for which there is no payload. */
  warnings: Finding[];
  /** Milliseconds from start to end. */
  elapsed: number;
}

/** How many invocations passed and fell short, over how much of the matrix. */
export interface Totals {
  invocations: number;
  passed: number;
  failed: number;
  broken: number;
  functions: number;
  payloads: number;
  generations: number;
}

/** Whether nothing fell short: every record passes and every function could be run. */
export function passed(report: RunReport): boolean {
  return report.broken.length === 0 && report.records.every((record) => record.verdict.pass);
}

/** The totals of the closing line; a payload counts once per event, whatever functions and generations it fed. */
export function totals({ records, broken }: RunReport): Totals {
  const count = (key: (record: InvocationRecord) => string) => new Set(records.map(key)).size;
  const good = records.filter((record) => record.verdict.pass).length;
  return {
    invocations: records.length,
    passed: good,
    failed: records.length - good,
    broken: broken.length,
    functions: count((record) => record.function),
    payloads: count((record) => `${record.event}\n${record.payload}`),
    generations: count((record) => record.generation),
  };
}
