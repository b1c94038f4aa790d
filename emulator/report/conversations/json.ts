import { allPass, type TestReport } from '../../conversation/result.ts';
import { totals } from './totals.ts';

/** The report as JSON, for machines: `pass`, `totals`, and what the report holds, always in this order. */
export function testJson(report: TestReport, { compact = false }: { compact?: boolean } = {}): string {
  const { results, skipped, broken, snapshots, shard, elapsed } = report;
  const ordered = {
    pass: allPass(report),
    totals: totals(report),
    elapsed,
    shard,
    snapshots,
    broken,
    skipped,
    results,
  };
  return `${JSON.stringify(ordered, null, compact ? 0 : 2)}\n`;
}
