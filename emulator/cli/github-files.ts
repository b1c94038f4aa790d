import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { findProject } from '../project/find.ts';
import { shownPath } from '../project/json-file.ts';

/**
 * How GitHub names the files of the project around `cwd`: from the repository's root, where a job has it checked out.
 * Source: docs.github.com/actions/reference/variables-reference, GITHUB_WORKSPACE.
 */
export function githubFiles(cwd: string): (file: string) => string {
  const root = findProject(cwd);
  const repository = folderOf(process.env['GITHUB_WORKSPACE']);
  if (root === undefined || repository === undefined || shownPath(repository, root) === root) return asItIs;
  return (file) => shownPath(repository, resolve(root, file));
}

function asItIs(file: string): string {
  return file;
}

/** Links followed, as they are in the folder that a command stands in. */
function folderOf(path: string | undefined): string | undefined {
  try {
    return path === undefined ? undefined : realpathSync(path);
  } catch {
    return undefined;
  }
}
