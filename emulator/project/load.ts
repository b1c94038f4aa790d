import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EmulatorError } from '../errors.ts';
import { didYouMean } from '../platform/suggest.ts';
import { duplicates } from './duplicates.ts';
import { findRoot, functionFiles, isFile, isFolder } from './find.ts';
import { readFolder } from './function-folder.ts';
import { isNoFunction, nameFault } from './names.ts';
import type { Project } from './project.ts';
import { loadUsableSettings } from './settings.ts';
import { unknownFunction } from './unknown-function.ts';

/**
 * Reads the project around `cwd`, only the functions in `names` where some are given. A function that cannot be used is
 * listed in `broken` and holds nobody up.
 * Throws `no-project`, `no-functions`, `bad-settings`, and for a name `bad-function-name` or `unknown-function`.
 */
export function loadProject(cwd: string, names?: readonly string[]): Project {
  const root = findRoot(cwd);
  return { root, ...loadFunctions(root, names), settings: loadUsableSettings(root) };
}

/** The functions of the project at `root`, as `loadProject` reads them. */
export function loadFunctions(
  root: string,
  names?: readonly string[],
): Pick<Project, 'functions' | 'broken'> {
  const all = functionNames(root);
  for (const name of names ?? []) assertKnown(name, all);
  if (all.length === 0) throw noFunctions();
  const read = [...new Set(names ?? all)].map((name) => readFolder(root, name));
  const claimed = duplicates(root, all, read);
  return {
    functions: read.flatMap(({ name, source }) => (source && !claimed.has(name) ? [source] : [])),
    broken: read.flatMap(({ name, findings }) => {
      const reasons = [...(claimed.get(name) ?? []), ...findings];
      return reasons.length ? [{ name, findings: reasons }] : [];
    }),
  };
}

/** Names of the function folders of the project at `root`, sorted. */
function functionNames(root: string): string[] {
  const functions = join(root, 'functions');
  return readdirSync(functions)
    .filter((name) => !isNoFunction(name) && isFolder(join(functions, name)))
    .filter((name) => functionFiles.some((file) => isFile(join(functions, name, file))))
    .toSorted();
}

function assertKnown(name: string, all: readonly string[]): void {
  if (all.includes(name)) return;
  const fault = nameFault(name);
  if (!fault) throw unknownFunction(name, all);
  throw new EmulatorError({
    code: 'bad-function-name',
    message: `"${name}" is no function name: it ${fault}`,
    hint: `give the name of a folder in functions/, without a path.${didYouMean(name.split(/[\\/]/).findLast(Boolean) ?? '', all)}`,
  });
}

function noFunctions(): EmulatorError {
  return new EmulatorError({
    code: 'no-functions',
    message: 'functions/ holds no function',
    hint: 'add one: lpf-emulator new customIntegration myFunction',
  });
}
