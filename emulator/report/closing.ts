import { duration } from './duration.ts';
import { type RunReport, totals } from './report.ts';

/** How a run went in one plain line, which ends a log. */
export function runClosing(report: RunReport): string {
  const { passed, failed, broken, functions, payloads, generations } = totals(report);
  const counts = [`${passed} passed`, `${failed} failed`, ...(broken > 0 ? [`${broken} rejected`] : [])];
  return `lpf-emulator: ${counts.join(', ')} (functions: ${functions}, payloads: ${payloads}, generations: ${generations}) in ${duration(report.elapsed)}`;
}
