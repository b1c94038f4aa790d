import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EmulatorError } from '../errors.ts';

/** The text of a file that the command line names, seen from `cwd`. Throws `file-not-found` with `hint`. */
export async function textAt(cwd: string, file: string, hint: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch {
    throw new EmulatorError({
      code: 'file-not-found',
      message: `${file} does not exist or cannot be read`,
      hint,
    });
  }
}
