import type { Transcript } from '../../conversation/transcript/file.ts';
import { textAt } from '../text-at.ts';

/** The transcript in a file, seen from `cwd`. Throws `file-not-found` and `bad-transcript`. */
export async function transcriptAt(cwd: string, file: string): Promise<Transcript> {
  const { readTranscript } = await import('../../conversation/transcript/read.ts');
  const hint = 'give a file that lpf-emulator test --transcripts <folder> wrote, or /transcript in a chat';
  return readTranscript(await textAt(cwd, file, hint), file);
}
