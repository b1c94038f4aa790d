import { statSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { EmulatorError } from '../errors.ts';

/** Files that make a folder a function; any one of them is enough to tell that one is meant. */
export const functionFiles = ['index.ts', 'index.js', 'config.json'] as const;

/** The project's root: `cwd` or the nearest folder above it that holds a folder `functions/`. Throws `no-project`. */
export function findRoot(cwd: string): string {
  const root = findProject(cwd);
  if (root !== undefined) return root;
  throw new EmulatorError({
    code: 'no-project',
    message: `no folder named functions/ in ${cwd} or above it`,
    hint: 'go to your project, or start one here: lpf-emulator new customIntegration myFunction',
  });
}

/** The same as `findRoot`, but `undefined` where there is no project. */
export function findProject(cwd: string): string | undefined {
  if (holdsFunctions(cwd)) return cwd;
  return cwd === dirname(cwd) ? undefined : findProject(dirname(cwd));
}

/** A function may itself be called `functions`; its folder is no project's. */
function holdsFunctions(folder: string): boolean {
  const functions = join(folder, 'functions');
  return isFolder(functions) && !functionFiles.some((file) => isFile(join(functions, file)));
}

/** Whether `path` is a folder, links followed. */
export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/** Whether `path` is a file, links followed. */
export function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

/** What cannot be looked at, such as something below a file or a link in a circle, counts as missing. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
