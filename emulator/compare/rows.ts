import type { CompareReport } from './report.ts';

/** What a comparison found out, before anything is said about it. */
export type Measured = Omit<CompareReport, 'recommendation' | 'requirements' | 'verdict'>;

/** Every row that has an id, by it. */
export function rowsById(report: Measured): Map<string, object> {
  const { answers, conversations, excluded, latency, first, faults, faultCounts, facts } = report;
  const all = [
    answers,
    ...conversations,
    ...excluded,
    ...latency,
    ...first,
    ...faults,
    faultCounts,
    ...facts,
  ];
  return new Map(all.map((row) => [row.id, row]));
}

/** The value at a path of a row; `undefined` where there is none. */
export function valueIn(row: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }, row);
}
