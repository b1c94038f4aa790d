import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFunctions } from '../../bundle/build.ts';
import { generations, type Generation } from '../../platform/generations.ts';
import { isFile, isFolder } from '../../project/find.ts';
import type { FunctionSource } from '../../project/function-source.ts';
import type { Project } from '../../project/project.ts';
import { good, type Check } from './check.ts';

/** A bundle that lies in `dist/`, by function and generation. */
interface Written {
  source: FunctionSource;
  generation: Generation;
  /** Path below the project's root. */
  file: string;
  code: string;
}

/** Whether what lies in `dist/` is what the sources would give now, readable or minified; found out by building it. */
export async function checkBundles(
  root: string,
  { functions, broken }: Pick<Project, 'functions' | 'broken'>,
): Promise<Check[]> {
  const known = new Set([...functions, ...broken].map(({ name }) => name));
  const orphans = generations.flatMap((generation) => orphansOf(root, generation, known));
  const written = functions.flatMap((source) =>
    generations.flatMap((generation) => read(root, source, generation)),
  );
  if (written.length === 0)
    return [
      ...(orphans.length ? [] : [good('bundles', 'none in dist/ yet; lpf-bundle writes them')]),
      ...orphans,
    ];
  const differing = await notAsBuilt(root, written, false);
  const stale = differing.length ? await notAsBuilt(root, differing, true) : [];
  if (stale.length === 0) return [good('bundles', `${written.length} in dist/, all up to date`), ...orphans];
  return [...stale.map(staleCheck), ...orphans];
}

function staleCheck({ source, file }: Written): Check {
  return {
    subject: 'bundles',
    status: 'warning',
    message: `${file} is not what its source gives now`,
    hint: `lpf-bundle ${source.name}`,
  };
}

/** Bundles in `dist/` of functions that are gone. */
function orphansOf(root: string, generation: Generation, known: ReadonlySet<string>): Check[] {
  const folder = `dist/${generation}/functions`;
  if (!isFolder(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => !known.has(name) && isFile(join(root, folder, name, 'index.js')))
    .map((name) => ({
      subject: 'bundles',
      status: 'warning',
      message: `${folder}/${name} has no source in functions/`,
      hint: 'remove that folder, so that nobody pushes it',
    }));
}

function read(root: string, source: FunctionSource, generation: Generation): Written[] {
  const file = `dist/${generation}/functions/${source.name}/index.js`;
  if (!isFile(join(root, file))) return [];
  return [{ source, generation, file, code: readFileSync(join(root, file), 'utf8') }];
}

async function notAsBuilt(root: string, written: readonly Written[], minify: boolean): Promise<Written[]> {
  const sources = [...new Set(written.map(({ source }) => source))];
  const results = await bundleFunctions(root, sources, { generations, minify });
  return written.filter(({ source, generation, code }) => {
    const result = results.find((each) => each.function === source.name && each.generation === generation);
    return result?.bundle?.code !== code;
  });
}
