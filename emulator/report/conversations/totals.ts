import type { TestReport } from '../../conversation/result.ts';

/** Numbers of conversations; `broken` counts what cannot be used. */
export interface TestTotals {
  conversations: number;
  passed: number;
  failed: number;
  skipped: number;
  broken: number;
}

/** What the conversations of a report came to. */
export function totals({ results, skipped, broken }: TestReport): TestTotals {
  const passed = results.filter(({ pass }) => pass).length;
  return {
    conversations: results.length,
    passed,
    failed: results.length - passed,
    skipped: skipped.length,
    broken: broken.length,
  };
}
