import { compareGenerations } from '../../invoke/compare-generations.ts';
import { generationsJson, generationsText } from '../../report/generations.ts';
import { passed, type RunReport } from '../../report/report.ts';
import { exits } from '../main.ts';
import { printReports } from '../reporters.ts';
import type { Terminal } from '../terminal.ts';
import type { RunPlan } from './plan.ts';

/** `--diff`: prints where the generations differ, and answers 1 where they do; files get their reports as ever. */
export async function printDifferences(
  terminal: Terminal,
  { reporters }: RunPlan,
  report: RunReport,
): Promise<number> {
  await printReports(
    terminal,
    reporters.filter(({ file }) => file !== undefined),
    report,
  );
  const comparison = compareGenerations(report.records);
  const json = reporters.some(({ name, file }) => name === 'json' && file === undefined);
  terminal.out(
    json
      ? generationsJson(comparison, report)
      : generationsText(comparison, report, { colour: terminal.colour }),
  );
  const same = comparison.pairs.every(({ differences }) => differences.length === 0);
  return same && passed(report) ? exits.good : exits.short;
}
