import type { CompareReport } from '../../compare/report.ts';

/**
 * The report as JSON, for machines: the verdict first, then everything else, always in this order. Times in
 * milliseconds.
 */
export function compareJson(report: CompareReport): string {
  const { verdict, requirements, setting, answers, recommendation, elapsed, ...rest } = report;
  const ordered = { verdict, requirements, setting, elapsed, answers, recommendation, ...rest };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
