import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readTranscript, type Transcript } from '../../conversation/transcript/file.ts';
import { EmulatorError } from '../../errors.ts';

/** The transcript in a file, seen from `cwd`. Throws `file-not-found` and `bad-transcript`. */
export async function transcriptAt(cwd: string, file: string): Promise<Transcript> {
  return readTranscript(await textOf(cwd, file), file);
}

async function textOf(cwd: string, file: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch {
    throw new EmulatorError({
      code: 'file-not-found',
      message: `${file} does not exist or cannot be read`,
      hint: 'give a file that lpf-emulator test --transcripts <folder> wrote',
    });
  }
}
