import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { EmulatorError } from '../../errors.ts';
import { cannotRead, isMissing } from '../../project/cannot-read.ts';
import { entriesOf, leadsToFolder } from '../../project/read-folder.ts';
import { longestText, tooLarge } from './unparsable.ts';

const endings = ['.yaml', '.yml', '.json'];

/** A payload or fragment file; `name` is its base name without ending. */
export interface StoredFile {
  name: string;
  path: string;
}

/**
 * The payload files directly in `folder` of the project at `root`, sorted by name; none where there is no such folder.
 * Throws `file-not-found` for one that cannot be read.
 */
export async function filesIn(root: string, folder: string): Promise<StoredFile[]> {
  const files = (await entriesOf(root, folder)).filter(
    ({ name }) => endings.includes(extname(name)) && !name.startsWith('.'),
  );
  const named = files.map(({ name }) => ({ name: basename(name, extname(name)), path: join(folder, name) }));
  return named.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names of the folders directly in `folder`, links to folders among them; otherwise as `filesIn`. */
export async function foldersIn(root: string, folder: string): Promise<string[]> {
  const found = await entriesOf(root, folder);
  const folders = await Promise.all(found.map(leadsToFolder));
  return found.filter((_, at) => folders[at]).map(({ name }) => name);
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
    if (!isMissing(error)) throw cannotRead(shown, error);
    throw new EmulatorError({
      code: 'file-not-found',
      message: `${shown} does not exist`,
      hint: 'check the path; it counts from where you stand',
      where: { file: shown },
    });
  }
}
