import { setImmediate as nextTurn } from 'node:timers/promises';
import { bundleFunctions } from '../../bundle/build.ts';
import { judgeAll } from '../../bundle/judge-all.ts';
import { runMatrix } from '../../invoke/matrix.ts';
import { payloadsFor } from '../../payload/payloads.ts';
import { loadProject } from '../../project/load.ts';
import { passed, type RunReport } from '../../report/report.ts';
import { projectDoubts } from '../doubts.ts';
import { exits } from '../main.ts';
import { openPassage } from '../passage.ts';
import { progress } from '../progress.ts';
import { allToFiles, printReports } from '../reporters.ts';
import { atMoment, feed, toRows } from '../run/feed.ts';
import { planOf, type RunPlan, startInvoker } from '../run/plan.ts';
import type { RunOptions } from '../run/run-options.ts';
import { reportOf } from '../run/report-of.ts';
import type { Terminal } from '../terminal.ts';
import { keepSecrets } from '../write-secrets.ts';

/**
 * `lpf-emulator run`: bundles the functions, feeds them their payloads, reports, and says with its exit code how it
 * went.
 */
export async function run(terminal: Terminal, names: string[], options: RunOptions): Promise<number> {
  const { passage, finish } = await openPassage(terminal, options);
  const plan = planOf(names, options, passage);
  if (options.watch) {
    const { watchRun } = await import('../run/watch.ts');
    return watchRun(terminal, plan, options);
  }
  const report = await runAll(terminal, plan);
  const code = await print(terminal, plan, report);
  await finish(report.records);
  return code;
}

async function print(terminal: Terminal, plan: RunPlan, report: RunReport): Promise<number> {
  if (plan.diff) {
    const { printDifferences } = await import('../run/differences.ts');
    return printDifferences(terminal, plan, report);
  }
  await printReports(terminal, plan.reporters, report);
  if (allToFiles(plan.reporters)) {
    terminal.err(`${(await import('../../report/closing.ts')).runClosing(report)}\n`);
  }
  return passed(report) ? exits.good : exits.short;
}

async function runAll(terminal: Terminal, plan: RunPlan): Promise<RunReport> {
  const began = performance.now();
  const project = loadProject(terminal.cwd, plan.names);
  const { root, functions, broken } = project;
  const { generations, matrix, limits } = plan;
  // Children start while the sources are bundled and the payloads read.
  const invoker = startInvoker(plan, project, functions.length * generations.length);
  try {
    const [results, payloads, doubts] = await Promise.all([
      bundleFunctions(root, functions, { generations }),
      Promise.all(functions.map((source) => payloadsFor(root, source))),
      projectDoubts(root),
    ]);
    const asked = feed(functions, payloads, plan.payloads);
    const fed = plan.diff ? atMoment(asked, Date.now()) : asked;
    const rows = toRows(results, fed);
    const { done, onRecord } = progress(terminal, rows, matrix.repeat);
    // The first calls go out before the rules are applied: the functions run meanwhile.
    const [records, judged] = await Promise.all([
      runMatrix(invoker, rows, { ...matrix, onRecord }),
      nextTurn().then(() => judgeAll(functions, results, limits)),
    ]);
    done();
    if (plan.writeSecrets) await keepSecrets(terminal, root, invoker);
    return reportOf({ records, broken, fed, judged, doubts, began });
  } finally {
    await invoker.close();
  }
}
