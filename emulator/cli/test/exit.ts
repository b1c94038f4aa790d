import { allPass, hasBug, type TestReport } from '../../conversation/result.ts';
import { exits } from '../main.ts';

/** How a command ends that has a report of conversations to tell. */
export function exitOf(report: TestReport): number {
  if (hasBug(report)) return exits.bug;
  return allPass(report) ? exits.good : exits.short;
}
