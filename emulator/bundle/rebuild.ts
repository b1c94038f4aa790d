import { realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Generation } from '../platform/generations.ts';
import type { FunctionSource } from '../project/function-source.ts';
import type { Change } from '../project/watch.ts';
import { bundleFunctions, resultOf } from './build.ts';
import type { BundleResult } from './bundle.ts';
import { type Job, openEsbuild, type Rebuild } from './esbuild.ts';
import { isHandWritten } from './hand-written.ts';

/** What became of one function, and which files (absolute paths) that hangs on. */
interface Kept {
  entry: string;
  results: BundleResult[];
  files: ReadonlySet<string>;
}

/** What is built, and how. */
interface RebuilderOptions {
  generations: readonly Generation[];
  minify?: boolean;
}

/** A build that is kept open, for one generation. */
interface Opened {
  job: Job;
  build: Promise<Rebuild>;
}

/** From so many functions on, one build of them all is quicker than one of each. */
const many = 5;

/** Bundles functions again and again, each only when one of its files has changed. End it, or esbuild runs on. */
export class Rebuilder {
  readonly #root: string;
  /** The same without symbolic links, as esbuild has its paths. */
  readonly #real: string;
  readonly #options: RebuilderOptions;
  readonly #kept = new Map<string, Kept>();
  readonly #open = new Map<string, Opened[]>();

  constructor(root: string, options: RebuilderOptions) {
    this.#root = root;
    this.#real = realpathSync(root);
    this.#options = options;
  }

  /**
   * The results for `functions`, in the order and with the findings of `bundleFunctions`. Of a function that none of
   * `changes` concerns they are the very objects of the last time.
   */
  async build(functions: readonly FunctionSource[], changes: readonly Change[]): Promise<BundleResult[]> {
    await this.#forget(functions);
    const stale = functions.filter(({ name }) => isStale(this.#kept.get(name), changes));
    const results = stale.length < many ? await this.#buildEach(stale) : await this.#buildAll(stale);
    for (const source of stale) {
      const own = results.filter((result) => result.function === source.name);
      this.#kept.set(source.name, { entry: source.entry, results: own, files: this.#filesOf(source, own) });
    }
    return functions.flatMap(({ name }) => this.#kept.get(name)?.results ?? []);
  }

  /** Every file that went into a bundle and is not installed: what is to be watched. */
  files(): string[] {
    const all = new Set([...this.#kept.values()].flatMap(({ files }) => [...files]));
    return [...all].filter((file) => !file.split(sep).includes('node_modules'));
  }

  async end(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((name) => this.#close(name)));
  }

  #buildAll(sources: FunctionSource[]): Promise<BundleResult[]> {
    return bundleFunctions(this.#root, sources, this.#options);
  }

  async #buildEach(sources: FunctionSource[]): Promise<BundleResult[]> {
    const results = sources.map((source) =>
      isHandWritten(source) ? this.#buildAll([source]) : this.#rebuild(source),
    );
    return (await Promise.all(results)).flat();
  }

  async #rebuild(source: FunctionSource): Promise<BundleResult[]> {
    const real = { ...source, entry: this.#entryOf(source) };
    const open = this.#open.get(source.name) ?? this.#openAll(real);
    this.#open.set(source.name, open);
    return Promise.all(open.map(async ({ job, build }) => resultOf(job, real, await (await build).run())));
  }

  #openAll(source: FunctionSource): Opened[] {
    const { generations, minify = false } = this.#options;
    const jobs = generations.map((generation) => ({ root: this.#real, generation, minify }));
    return jobs.map((job) => ({ job, build: openEsbuild(job, source) }));
  }

  /** Functions that are gone, or are made of another file now. */
  async #forget(functions: readonly FunctionSource[]): Promise<void> {
    const entries = new Map(functions.map(({ name, entry }) => [name, entry]));
    const gone = [...this.#kept].filter(([name, { entry }]) => entries.get(name) !== entry);
    for (const [name] of gone) {
      this.#kept.delete(name);
      await this.#close(name);
    }
  }

  async #close(name: string): Promise<void> {
    const open = this.#open.get(name) ?? [];
    this.#open.delete(name);
    await Promise.all(open.map(async ({ build }) => (await build).end()));
  }

  #entryOf({ entry }: FunctionSource): string {
    return join(this.#real, relative(this.#root, entry));
  }

  /** A build that failed does not tell what it has read: what the last one read still counts. */
  #filesOf(source: FunctionSource, results: readonly BundleResult[]): ReadonlySet<string> {
    const known = this.#kept.get(source.name)?.files ?? [];
    const read = results.flatMap(({ bundle, findings }) => [
      ...(bundle?.files ?? []),
      ...findings.flatMap(({ where }) => where?.file ?? []),
    ]);
    const failed = results.some(({ bundle }) => !bundle);
    const files = read.map((file) => join(this.#real, file));
    return new Set([this.#entryOf(source), ...files, ...(failed ? known : [])]);
  }
}

const isSource = (path: string): boolean => /\.(?:[cm]?[jt]sx?|json)$/.test(path);
const isConfig = (path: string): boolean => /[\\/](?:config|settings)\.json$/.test(path);

/** A new file may be what an import was missing, or may be found before the one that was found so far. */
function isStale(kept: Kept | undefined, changes: readonly Change[]): boolean {
  if (!kept) return true;
  const failed = kept.results.some(({ bundle }) => !bundle);
  return changes.some(({ path, kind }) => {
    if (kept.files.has(path)) return true;
    if (!isSource(path) || isConfig(path)) return false;
    const below = dirname(path) + sep;
    return failed || (kind === 'added' && [...kept.files].some((file) => file.startsWith(below)));
  });
}
