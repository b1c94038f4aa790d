import type { TestReport } from '../../conversation/result.ts';
import { duration } from '../duration.ts';

/** What became of the conversations in one plain line, which ends a log. */
export function testClosing({ results, skipped, broken, elapsed }: TestReport): string {
  const passed = results.filter(({ pass }) => pass).length;
  const counts = [
    `${passed} passed`,
    `${results.length - passed} failed`,
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
    `${broken.length} not usable`,
  ];
  return `lpf-emulator test: ${counts.join(', ')} in ${duration(elapsed)}`;
}
