import { statSync, type Stats } from 'node:fs';

/** What tells one state of a file from another: when and how long it was written, and which file it is. `null` for none. */
export type FilePrint = string | null;

/** The state of the file at `path`, links followed; a folder, or what cannot be looked at, is no file. */
export function printOf(path: string): FilePrint {
  const stats = statOf(path);
  return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : null;
}

/** Whether the file holds nothing, as one does for a moment that is cut off to be written anew. */
export function isEmpty(print: FilePrint): boolean {
  return print?.split(' ')[1] === '0';
}

/** Whether the file at `path` was written at `moment` (as `Date.now` has it) or later. */
export function writtenSince(path: string, moment: number): boolean {
  return (statOf(path)?.mtimeMs ?? 0) >= moment;
}

function statOf(path: string): Stats | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}
