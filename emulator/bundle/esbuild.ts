import { relative, sep } from 'node:path';
import type { BuildFailure, BuildOptions, BuildResult, Message, Plugin } from 'esbuild';
import type { Generation } from '../platform/generations.ts';
import { libraries, toolbelt } from '../platform/modules.ts';
import type { FunctionSource } from '../project/function-source.ts';
import type { Output } from './assemble.ts';
import { fetchStandIn } from './fetch-shim.ts';
import { handlerModule, handlerOwner, handlerText } from './handler.ts';
import { reachedFrom } from './reached.ts';

/** What esbuild said: the outputs by function, or `null` and the errors. */
export interface Built {
  outputs: Map<string, Output> | null;
  errors: Message[];
  warnings: Message[];
}

/** One build: functions of one project, for one generation. `root` holds no symbolic link. */
export interface Job {
  root: string;
  generation: Generation;
  minify: boolean;
}

/** Runs one build of all `sources`, nothing written. */
export async function runEsbuild(job: Job, sources: FunctionSource[]): Promise<Built> {
  const { build } = await loadEsbuild();
  return outcome(job, build({ ...options(job), ...entries(job, sources) }));
}

/** A build of one function that is run again and again. */
export interface Rebuild {
  run(): Promise<Built>;
  end(): Promise<void>;
}

/** Opens a build of `source`, for which esbuild keeps what it has read and parsed from one run to the next. */
export async function openEsbuild(job: Job, source: FunctionSource): Promise<Rebuild> {
  const { context } = await loadEsbuild();
  const opened = await context({ ...options(job), ...entries(job, [source]) });
  return { run: () => outcome(job, opened.rebuild()), end: () => opened.dispose() };
}

/** The only place that loads esbuild. */
async function loadEsbuild(): Promise<typeof import('esbuild')> {
  // One process asks for the service, so it need not be fit for worker threads, and loads in half the time.
  process.env['ESBUILD_WORKER_THREADS'] = '0';
  return import('esbuild');
}

async function outcome(job: Job, building: Promise<BuildResult<Options>>): Promise<Built> {
  try {
    const result = await building;
    return { outputs: collect(job, result), errors: [], warnings: result.warnings };
  } catch (error) {
    const { errors, warnings } = error as Partial<BuildFailure>;
    if (!errors) throw error;
    return { outputs: null, errors, warnings: warnings ?? [] };
  }
}

type Options = BuildOptions & { write: false; metafile: true };

function options({ root, generation, minify }: Job): Options {
  const other = generation === 'v1' ? 'v2' : 'v1';
  return {
    absWorkingDir: root,
    outdir: root,
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'inline',
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    minify,
    logLevel: 'silent',
    logLimit: 0,
    nodePaths: [],
    // A tsconfig.json here or further up must not change the bytes.
    tsconfigRaw: '{}',
    alias: { [toolbelt[other]]: toolbelt[generation] },
    external: [toolbelt[generation]],
    ...(generation === 'v1' ? v1 : v2),
  };
}

type Differing = Pick<BuildOptions, 'format' | 'supported' | 'define'>;

const v1: Differing = {
  format: 'cjs',
  // Functions of v1 load by require alone.
  supported: { 'dynamic-import': false },
  define: Object.fromEntries(
    ['fetch', 'globalThis.fetch', 'global.fetch'].map((expression) => [expression, fetchStandIn]),
  ),
};

/** A top-level await would go through in a module; telling esbuild otherwise makes it say where there is one. */
const v2: Differing = { format: 'esm', supported: { 'top-level-await': false } };

/** One function goes in as it is; each of several needs a plugin's answer, which takes longer. */
function entries(
  { root, generation }: Job,
  sources: FunctionSource[],
): Pick<BuildOptions, 'stdin' | 'entryPoints' | 'plugins'> {
  const texts = new Map(
    sources.map(({ name, entry }) => [name, handlerText(specifier(root, entry), generation)]),
  );
  const provided = providedLibraries(generation);
  const [only, ...others] = sources;
  if (only && others.length === 0) {
    const contents = texts.get(only.name) ?? '';
    const stdin = { contents, resolveDir: root, sourcefile: handlerModule(only.name) };
    return { stdin, plugins: [provided] };
  }
  const entryPoints = sources.map(({ name }) => ({ in: handlerModule(name), out: name }));
  return { entryPoints, plugins: [provided, handlers(root, texts)] };
}

/** Leaves the platform's libraries out. The option `external` would leave out the paths inside them too. */
function providedLibraries(generation: Generation): Plugin {
  const names = libraries[generation].map((name) => name.replaceAll('.', String.raw`\.`));
  return {
    name: 'provided-libraries',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path }) => ({
        path,
        external: true,
      }));
    },
  };
}

function specifier(root: string, entry: string): string {
  return `./${relative(root, entry).split(sep).join('/')}`;
}

function handlers(root: string, texts: ReadonlyMap<string, string>): Plugin {
  const namespace = 'lpf-bundle';
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: /^lpf-bundle:/ }, ({ path }) => ({
        path: path.slice(`${namespace}:`.length),
        namespace,
      }));
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: texts.get(path) ?? '',
        resolveDir: root,
        loader: 'js',
      }));
    },
  };
}

function collect({ root, generation, minify }: Job, result: BuildResult<Options>): Map<string, Output> {
  const files = new Map(result.outputFiles.map(({ path, text }) => [relative(root, path), text]));
  const outputs = new Map<string, Output>();
  for (const [path, { entryPoint, inputs, imports }] of Object.entries(result.metafile.outputs)) {
    const name = entryPoint === undefined ? null : handlerOwner(entryPoint);
    if (name === null || entryPoint === undefined) continue;
    const text = files.get(path) ?? '';
    const map = files.get(`${path}.map`) ?? '';
    const reached = reachedFrom(entryPoint, result.metafile.inputs);
    outputs.set(name, { function: name, generation, minify, text, map, inputs, reached, imports });
  }
  return outputs;
}
