import type { TestReport } from '../../conversation/result.ts';
import { duration } from '../duration.ts';
import { totals } from './totals.ts';

/** What became of the conversations in one plain line, which ends a log. */
export function testClosing(report: TestReport): string {
  const { passed, failed, skipped, broken } = totals(report);
  const counts = [
    `${passed} passed`,
    `${failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    `${broken} not usable`,
  ];
  return `lpf-emulator test: ${counts.join(', ')} in ${duration(report.elapsed)}`;
}
