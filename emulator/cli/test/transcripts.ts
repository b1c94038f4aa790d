import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import { transcriptText } from '../../conversation/transcript/file.ts';
import type { Performance } from '../../conversation/perform.ts';
import { EmulatorError } from '../../errors.ts';

/** Writes the transcript of each conversation that was played to `folder`, one file each. */
export function transcriptWriter(cwd: string, folder: string): (performed: Performance) => Promise<void> {
  const path = resolve(cwd, folder);
  return async ({ transcript, result }) => {
    const { name, generation } = transcript;
    const file = join(path, `${parse(result.file).name}-${slug(name)}-${generation}.json`);
    try {
      await mkdir(path, { recursive: true });
      await writeFile(file, transcriptText(transcript));
    } catch (error) {
      throw new EmulatorError({
        code: 'cannot-write',
        message: `the transcript cannot be written to ${folder}: ${(error as NodeJS.ErrnoException).code}`,
        hint: 'give a folder that you may write to',
      });
    }
  };
}

/** A name as part of a file's name. */
function slug(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z\d]+/g) ?? [];
  return words.join('-').slice(0, 80) || 'conversation';
}
