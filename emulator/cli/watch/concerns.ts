import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Change } from '../../project/watch.ts';

/** Whether any of `changes` is about one of `files` (absolute paths). */
export function concern(files: Iterable<string>, changes: readonly Change[]): boolean {
  const wanted = new Set(files);
  return changes.some(({ path }) => wanted.has(path));
}

/** Whether any of `changes` is about the payloads of the project at `root`. */
export function concernPayloads(root: string, changes: readonly Change[]): boolean {
  return concernFolder(root, 'payloads', changes);
}

/** Whether any of `changes` may be about the code of the project's functions. */
export function concernSources(root: string, changes: readonly Change[]): boolean {
  const sources = changes.filter(({ path }) => /\.(?:[cm]?[jt]sx?|json)$/.test(path));
  return concernFolder(root, 'functions', sources);
}

/**
 * Whether any of `changes` may be about what a project is: which functions there are, their configs, the settings. What
 * is only edited, and is a source or a payload, is not.
 */
export function concernProject(
  root: string,
  changes: readonly Change[],
  sources: ReadonlySet<string>,
): boolean {
  return changes.some(
    (change) => change.kind !== 'changed' || !(sources.has(change.path) || concernPayloads(root, [change])),
  );
}

function concernFolder(root: string, folder: string, changes: readonly Change[]): boolean {
  if (changes.length === 0) return false;
  const start = join(realpathSync(root), folder) + sep;
  return changes.some(({ path }) => path.startsWith(start));
}

/** `before` where `after` says the same, so that what has not changed can be told by being the same object. */
export function keepIfEqual<T>(before: T | undefined, after: T): T {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
