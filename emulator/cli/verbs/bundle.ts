import { bundleFunctions } from '../../bundle/build.ts';
import { judgeAll, type Judgement } from '../../bundle/judge-all.ts';
import { parseLimits } from '../../platform/limit-value.ts';
import { loadProject } from '../../project/load.ts';
import type { Project } from '../../project/project.ts';
import { bundleJson, bundleText } from '../../report/bundle-report.ts';
import { type BundleOptions, wantedOf } from '../bundle/options.ts';
import { rowsOf } from '../bundle/rows.ts';
import { addStrict } from '../bundle/strict.ts';
import { writeGood } from '../bundle/write.ts';
import { exits } from '../main.ts';
import { outFolder } from '../out-folder.ts';
import { assertOneBundle, assertOneFunction, printBundle } from '../print-bundle.ts';
import type { Terminal } from '../terminal.ts';

/** `lpf-bundle`: bundles, judges, writes and reports. Returns 1 when something is wrong, else 0. */
export async function bundle(terminal: Terminal, names: string[], options: BundleOptions): Promise<number> {
  const began = performance.now();
  const wanted = wantedOf(options);
  if (options.stdout) assertOneFunction(names, options);
  if (options.watch) {
    const { watchBundle } = await import('../bundle/watch.ts');
    return watchBundle(terminal, names, options);
  }
  const project = loadProject(terminal.cwd, names.length > 0 ? names : undefined);
  if (options.stdout) assertOneBundle(project.functions, wanted);
  const out = outFolder(terminal.cwd, project.root, options.out);
  const judgements = await judged(project, options);
  const rows = rowsOf(project, judgements, wanted, names);
  const findings = rows.flatMap((row) => row.findings);
  if (options.stdout) {
    printBundle(terminal, judgements.find((each) => each.bundle)?.bundle ?? null, findings);
  } else {
    if (!options.check) {
      holdInterrupts();
      writeGood({ root: project.root, out, rows, judgements, wanted });
    }
    const report = { rows, check: options.check ?? false, elapsed: performance.now() - began };
    terminal.out(options.json ? bundleJson(report) : bundleText(report, terminal.colour));
  }
  return findings.some(({ severity }) => severity === 'error' || options.strict) ? exits.short : exits.good;
}

async function judged({ root, functions }: Project, options: BundleOptions): Promise<Judgement[]> {
  const limits = parseLimits(options.limit);
  const generations = wantedOf(options);
  const results = await bundleFunctions(root, functions, { generations, minify: options.minify ?? false });
  const judgements = await judgeAll(functions, results, limits);
  return options.check ? addStrict(judgements) : judgements;
}

/** An interrupt waits until the files at hand are whole: with a handler it comes between them, not within. */
function holdInterrupts(): void {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}
