import { bundleFunctions } from '../../bundle/build.ts';
import { judgeAll, type Judgement } from '../../bundle/judge-all.ts';
import { removeStale, writeBundles } from '../../bundle/write.ts';
import type { Finding } from '../../errors.ts';
import { type Generation, generations } from '../../platform/generations.ts';
import { parseLimits } from '../../platform/limit-value.ts';
import { loadProject } from '../../project/load.ts';
import type { Project } from '../../project/project.ts';
import { bundleJson, type BundleRow, bundleText } from '../../report/bundle-report.ts';
import { exits } from '../main.ts';
import { outFolder } from '../out-folder.ts';
import { assertOneBundle, printBundle } from '../print-bundle.ts';
import type { Terminal } from '../terminal.ts';

/** Flags of `lpf-bundle`. */
export interface BundleOptions {
  generation: Generation | 'all';
  minify?: true;
  out?: string;
  check?: true;
  stdout?: true;
  json?: true;
  strict?: true;
  limit: string[];
}

/** `lpf-bundle`: bundles, judges, writes and reports. Returns 1 when something is wrong, else 0. */
export async function bundle(terminal: Terminal, names: string[], options: BundleOptions): Promise<number> {
  const began = performance.now();
  const wanted = options.generation === 'all' ? generations : [options.generation];
  if (options.stdout) assertOneBundle(names, wanted, options);
  const project = loadProject(terminal.cwd, names.length > 0 ? names : undefined);
  const out = outFolder(terminal.cwd, project.root, options.out);
  const judgements = await judged(project, wanted, options);
  const rows = [
    ...project.broken.map(({ name, findings }) => rowWithout(name, findings)),
    ...judgements.map(rowOf),
    ...project.functions
      .filter(({ name }) => !judgements.some(isOf(name)))
      .map(({ name }) => misfit(name, wanted, names.includes(name) ? 'error' : 'warning')),
  ].toSorted((one, other) => (one.function < other.function ? -1 : Number(one.function > other.function)));
  const findings = rows.flatMap((row) => row.findings);
  if (options.stdout) {
    printBundle(terminal, judgements[0]?.bundle ?? null, findings);
  } else {
    if (!options.check) write(project, out, rows, judgements, wanted);
    const report = { rows, check: options.check ?? false, elapsed: performance.now() - began };
    terminal.out(options.json ? bundleJson(report) : bundleText(report, terminal.colour));
  }
  return findings.some(({ severity }) => severity === 'error' || options.strict) ? exits.short : exits.good;
}

async function judged(
  { root, functions }: Project,
  wanted: readonly Generation[],
  { minify, check, limit }: BundleOptions,
): Promise<Judgement[]> {
  const limits = parseLimits(limit);
  const results = await bundleFunctions(root, functions, { generations: wanted, minify: minify ?? false });
  const judgements = await judgeAll(functions, results, limits);
  return check ? addStrict(judgements) : judgements;
}

/** With --check the strict engine has to load each bundle too. */
async function addStrict(judgements: Judgement[]): Promise<Judgement[]> {
  const { strictEngineFindings } = await import('../../invoke/strict.ts');
  const bundles = judgements.flatMap(({ bundle: made }) => made ?? []);
  const findings = await strictEngineFindings(bundles);
  return judgements.map((judgement) => {
    const finding = judgement.bundle && findings[bundles.indexOf(judgement.bundle)];
    return finding ? { ...judgement, findings: [...judgement.findings, finding] } : judgement;
  });
}

const isOf =
  (name: string) =>
  ({ source }: Judgement): boolean =>
    source.name === name;

/** An interrupt waits until the files at hand are whole: with a handler it comes between them, not within. */
function holdInterrupts(): void {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}

/** Writes the functions that have no error at all, and notes in their rows where they are. */
function write(
  { root, functions }: Project,
  out: string,
  rows: BundleRow[],
  judgements: Judgement[],
  wanted: readonly Generation[],
): void {
  const bad = new Set(rows.filter(hasError).map((row) => row.function));
  const good = judgements.flatMap(({ source, bundle: made }) =>
    made && !bad.has(source.name) ? [{ source, bundle: made }] : [],
  );
  holdInterrupts();
  const files = writeBundles(root, out, good);
  for (const [index, { bundle: made }] of good.entries()) {
    const row = rows.find((each) => each.function === made.function && each.generation === made.generation);
    if (row) row.file = files[index] ?? null;
  }
  for (const { name } of functions.filter((source) => !bad.has(source.name))) {
    for (const generation of wanted) {
      if (!rows.some((row) => row.function === name && row.generation === generation))
        removeStale(out, name, generation);
    }
  }
}

function hasError({ findings }: BundleRow): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

function rowOf({ source, generation, bundle: made, findings }: Judgement): BundleRow {
  const { characters = null, hash = null } = made ?? {};
  return { function: source.name, generation, characters, hash, file: null, findings };
}

function rowWithout(name: string, findings: Finding[]): BundleRow {
  return { function: name, generation: null, characters: null, hash: null, file: null, findings };
}

/** A hand-written function is for the generation that it is written for; only one that was asked for is missed. */
function misfit(name: string, wanted: readonly Generation[], severity: Finding['severity']): BundleRow {
  const file = `functions/${name}/index.js`;
  return rowWithout(name, [
    {
      code: 'wrong-lambda',
      severity,
      message: `${file} is hand-written, and not for ${wanted.join(' or ')}`,
      hint: 'leave --generation out; or turn the file into an index.ts that exports lambda, which serves both',
      where: { file },
    },
  ]);
}
