import { Judge } from '../../bundle/judge-again.ts';
import { judgeAll, type Judgement } from '../../bundle/judge-all.ts';
import { EmulatorError } from '../../errors.ts';
import { parseLimits } from '../../platform/limit-value.ts';
import { findRoot } from '../../project/find.ts';
import type { Project } from '../../project/project.ts';
import type { Change } from '../../project/watch.ts';
import { bundleText } from '../../report/bundle-report.ts';
import { type BundleRound, rewrittenJson, rewrittenText } from '../../report/rewritten.ts';
import { outFolder } from '../out-folder.ts';
import type { Terminal } from '../terminal.ts';
import { concernedFunctions, type Made } from '../watch/made.ts';
import { watchProject } from '../watch/loop.ts';
import { WatchedProject } from '../watch/project.ts';
import type { Watched } from '../watch/watched.ts';
import { type BundleOptions, wantedOf } from './options.ts';
import { rowsOf } from './rows.ts';
import { addStrict } from './strict.ts';
import { removeBundles, writeGood } from './write.ts';

/** `lpf-bundle --watch`: everything once, then what each save concerns. */
export async function watchBundle(
  terminal: Terminal,
  names: string[],
  options: BundleOptions,
): Promise<number> {
  if (options.stdout) throw endless();
  const root = findRoot(terminal.cwd);
  return watchProject(terminal, root, new BundleWatch(terminal, root, names, options));
}

class BundleWatch implements Watched {
  readonly #terminal: Terminal;
  readonly #names: string[];
  readonly #options: BundleOptions;
  readonly #out: string;
  readonly #project: WatchedProject;
  readonly #judge: Judge;
  #made: Made = new Map();
  #state: 'begun' | 'failed' | 'well' = 'begun';

  constructor(terminal: Terminal, root: string, names: string[], options: BundleOptions) {
    this.#terminal = terminal;
    this.#names = names;
    this.#options = options;
    this.#out = outFolder(terminal.cwd, root, options.out);
    const limits = parseLimits(options.limit);
    this.#project = new WatchedProject(terminal.cwd, root, names.length > 0 ? names : undefined, {
      generations: wantedOf(options),
      minify: options.minify ?? false,
    });
    this.#judge = new Judge(async (functions, results) => {
      const judgements = await judgeAll(functions, results, limits);
      return options.check ? addStrict(judgements) : judgements;
    });
  }

  async round(changes: readonly Change[], announce: () => void): Promise<Iterable<string>> {
    const began = performance.now();
    const state = this.#state;
    if (state !== 'begun') this.#state = 'failed';
    const { project, results } = await this.#project.read(changes);
    const judgements = await this.#judge.judge(project.functions, results);
    const made = madeOf(project, judgements);
    const concerned = concernedFunctions(this.#made, made);
    if (concerned.size > 0 || state !== 'well') {
      announce();
      const round = this.#write(project, judgements, concerned);
      this.#print({ ...round, elapsed: performance.now() - began }, state === 'begun');
    }
    this.#made = made;
    this.#state = 'well';
    return this.#project.files();
  }

  async end(): Promise<void> {
    await this.#project.end();
  }

  #write(
    project: Project,
    judgements: readonly Judgement[],
    concerned: ReadonlySet<string>,
  ): Pick<BundleRound, 'rows' | 'files'> {
    const wanted = wantedOf(this.#options);
    const all = rowsOf(project, judgements, wanted, this.#names);
    const rows = all.filter((row) => concerned.has(row.function));
    if (this.#options.check) return { rows, files: [] };
    const { root } = project;
    const own = judgements.filter(({ source }) => concerned.has(source.name));
    const written = writeGood({ root, out: this.#out, rows, judgements: own, wanted });
    const gone = [...concerned].filter((name) => !rows.some((row) => row.function === name));
    return {
      rows,
      files: [
        ...written
          .filter(({ rewritten }) => rewritten)
          .map(({ file, characters, before }) => ({ file, characters, before })),
        ...removeBundles(root, this.#out, gone, wanted),
      ],
    };
  }

  #print(round: BundleRound, first: boolean): void {
    const { colour } = this.#terminal;
    const { check = false, json } = this.#options;
    if (json) this.#terminal.out(rewrittenJson(round));
    else if (first) this.#terminal.out(bundleText({ ...round, check }, colour));
    else this.#terminal.out(rewrittenText(round, colour));
  }
}

function madeOf({ broken, functions }: Project, judgements: readonly Judgement[]): Made {
  const made = new Map<string, readonly unknown[]>();
  for (const { name, findings } of broken) made.set(name, [JSON.stringify(findings)]);
  for (const source of functions) {
    made.set(source.name, [source, ...judgements.filter((each) => each.source === source)]);
  }
  return made;
}

function endless(): EmulatorError {
  return new EmulatorError({
    code: 'bad-usage',
    message: '--stdout prints one bundle, and --watch goes on and on',
    hint: 'leave one of the two out',
  });
}
