import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Transcript, transcriptText } from '../../conversation/transcript/file.ts';
import type { Performance } from '../../conversation/perform.ts';
import { cannotWrite } from '../../project/cannot-write.ts';

/** Writes the transcript of each conversation that was played to `folder`, one file each. */
export function transcriptWriter(cwd: string, folder: string): (performed: Performance) => Promise<void> {
  const taken = new Map<string, number>();
  return async ({ transcript, result }) => {
    const { name, generation } = transcript;
    const own = slug(`${result.file.replace(/^conversations\/|\.ya?ml$/g, '')} ${name} ${generation}`);
    const before = taken.get(own) ?? 0;
    taken.set(own, before + 1);
    await writeTranscript(
      cwd,
      join(folder, `${own}${before === 0 ? '' : `-${before + 1}`}.json`),
      transcript,
    );
  };
}

/** Writes a transcript to a file, seen from `cwd`. Throws `cannot-write`. */
export async function writeTranscript(cwd: string, file: string, transcript: Transcript): Promise<void> {
  const path = resolve(cwd, file);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, transcriptText(transcript));
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/** A name as the name of a file. */
function slug(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z\d]+/g) ?? [];
  return words.join('-').slice(0, 120) || 'conversation';
}
