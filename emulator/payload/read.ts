import type { Dirent } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { EmulatorError } from '../errors.ts';
import { longestText, tooLarge } from './unparsable.ts';

const endings = ['.yaml', '.yml', '.json'];

/** A payload or fragment file; `name` is its base name without ending. */
export interface StoredFile {
  name: string;
  path: string;
}

/** The payload files directly in `folder`, sorted by name; none where there is no such folder. */
export async function filesIn(folder: string): Promise<StoredFile[]> {
  const files = (await entries(folder)).filter(
    ({ name }) => endings.includes(extname(name)) && !name.startsWith('.'),
  );
  const named = files.map(({ name }) => ({ name: basename(name, extname(name)), path: join(folder, name) }));
  return named.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names of the folders directly in `folder`, sorted; none where there is no such folder. */
export async function foldersIn(folder: string): Promise<string[]> {
  return (await entries(folder)).filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/**
 * The text of a file, which complaints call `shown`. Throws `file-not-found` where it cannot be read and
 * `unparsable-payload` where it is too large to be a payload.
 */
export async function readText(path: string, shown: string): Promise<string> {
  try {
    const { size } = await stat(path);
    // No character takes more than three bytes for each of its UTF-16 units.
    if (size > longestText * 3) throw tooLarge(shown, size);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof EmulatorError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new EmulatorError({
      code: 'file-not-found',
      message: `${shown} ${missing ? 'does not exist' : 'cannot be read'}`,
      hint: missing ? 'check the path; it counts from where you stand' : 'give a file that you may read',
      where: { file: shown },
    });
  }
}

async function entries(folder: string): Promise<Dirent[]> {
  try {
    const found = await readdir(folder, { withFileTypes: true });
    return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
