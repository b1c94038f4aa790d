import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Change } from '../../project/watch.ts';

/** Whether any of `changes` is about the payloads of the project at `root`, or about `file`. */
export function concernPayloads(root: string, changes: readonly Change[], file?: string): boolean {
  const folder = join(realpathSync(root), 'payloads') + sep;
  return changes.some(({ path }) => path === file || path.startsWith(folder));
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

/** `before` where `after` says the same, so that what has not changed can be told by being the same object. */
export function keepIfEqual<T>(before: T | undefined, after: T): T {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
