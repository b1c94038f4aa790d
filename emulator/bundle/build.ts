import { realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Finding } from '../errors.ts';
import type { Generation } from '../platform/generations.ts';
import type { FunctionSource } from '../project/function-source.ts';
import { assemble } from './assemble.ts';
import { owner, saysNoHandler, toFinding } from './build-errors.ts';
import type { BundleResult } from './bundle.ts';
import { type Built, type Job, runEsbuild } from './esbuild.ts';
import { isHandWritten, useHandWritten } from './hand-written.ts';
import { missingHandler } from './missing-handler.ts';
import { legacyDecorators } from './tsconfig.ts';

/**
 * Bundles `functions` of the project at `root` for each of `generations`: sources into one file each, hand-written
 * files as they are and only for the generations that they are written for. A function with an error has its findings
 * and no bundle, and holds nobody up. The results are in the order of `functions`, then of `generations`.
 */
export async function bundleFunctions(
  root: string,
  functions: FunctionSource[],
  options: { generations: readonly Generation[]; minify?: boolean },
): Promise<BundleResult[]> {
  const real = realpathSync(root);
  const sources = functions
    .filter((source) => !isHandWritten(source))
    .map((source) => ({ ...source, entry: join(real, relative(root, source.entry)) }));
  const jobs = options.generations.map((generation) => ({
    root: real,
    generation,
    minify: options.minify ?? false,
  }));
  const built = await Promise.all(jobs.map((job) => buildAll(job, sources)));
  const results = new Map(built.flat().map((result) => [`${result.function} ${result.generation}`, result]));
  const all = functions.map(async (source) =>
    isHandWritten(source)
      ? useHandWritten(root, source, options.generations)
      : options.generations.flatMap((generation) => results.get(`${source.name} ${generation}`) ?? []),
  );
  return (await Promise.all(all)).flat();
}

/** Builds all at once; when that fails, those that are at fault are set aside and the others built again. */
async function buildAll(job: Job, sources: FunctionSource[]): Promise<BundleResult[]> {
  if (sources.length === 0) return [];
  const built = await runEsbuild(job, sources);
  const [only, ...others] = sources;
  if (only && others.length === 0) return [resultOf(job, only, built)];
  const { outputs, errors, warnings } = built;
  if (outputs) return sources.map((source) => succeed(job, source, outputs, warnings));
  const guilty = sources.filter(({ name }) => errors.some((error) => owner(error) === name));
  const failed = guilty.map((source) =>
    fail(
      job,
      source,
      errors.filter((error) => owner(error) === source.name),
    ),
  );
  if (guilty.length > 0) {
    const innocent = sources.filter((source) => !guilty.includes(source));
    return [...failed, ...(await buildAll(job, innocent))];
  }
  // The fault is in a file that several share: only separate builds tell who is concerned.
  return (await Promise.all(sources.map((source) => buildAll(job, [source])))).flat();
}

/** What became of a build of `source` alone. */
export function resultOf(job: Job, source: FunctionSource, built: Built): BundleResult {
  const { outputs, errors, warnings } = built;
  if (outputs) return succeed(job, source, outputs, warnings);
  const own = errors.filter((error) => owner(error) === source.name);
  return fail(job, source, own.length > 0 ? own : errors);
}

function succeed(job: Job, source: FunctionSource, outputs: Built['outputs'], warnings: Built['warnings']) {
  const output = outputs?.get(source.name);
  const mine = warnings.filter((warning) => owner(warning) === source.name && saysNoHandler(warning));
  if (!output || mine.length > 0) return fail(job, source, mine);
  const findings = legacyDecorators(job.root, output.reached);
  return { function: source.name, generation: job.generation, bundle: assemble(output), findings };
}

function fail({ root, generation }: Job, source: FunctionSource, errors: Built['errors']): BundleResult {
  const findings = errors.map((error): Finding =>
    saysNoHandler(error) ? missingHandler(root, source) : toFinding(error, root),
  );
  return { function: source.name, generation, bundle: null, findings };
}
