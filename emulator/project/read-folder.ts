import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cannotRead, isMissing } from './cannot-read.ts';
import { shownPath } from './json-file.ts';

/**
 * What is directly in `folder` of the project at `root`, sorted by name; nothing where there is no such folder. Throws
 * `file-not-found` for one that cannot be read.
 */
export async function entriesOf(root: string, folder: string): Promise<Dirent[]> {
  try {
    const found = await readdir(folder, { withFileTypes: true });
    return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (isMissing(error)) return [];
    throw cannotRead(shownPath(root, folder), error);
  }
}

/**
 * Whether an entry is a folder or a link to one. A link that leads nowhere is none; one that cannot be followed counts
 * as one, so that whoever reads it tells why.
 */
export async function leadsToFolder(entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return stat(join(entry.parentPath, entry.name)).then(
    (target) => target.isDirectory(),
    (error: unknown) => !isMissing(error),
  );
}
