import { EmulatorError } from '../errors.ts';
import { assertValid, firstOf } from './check/check.ts';
import { parseDocument } from './document/document.ts';
import { mockFaults } from './mock/mock-faults.ts';
import { baseOf } from './mock/mock-files.ts';
import type { Mock } from './mock/mock.ts';
import { readText } from './document/read.ts';

/** Answers of a real network, as `--record` kept them. */
export interface Recording {
  /** The file, as findings show it. */
  file: string;
  /** Folder that the mocks' files are relative to, absolute. */
  base: string;
  /** When it was made, as ISO text. */
  recorded: string;
  mocks: Mock[];
}

/**
 * The recording at `path`, which complaints call `shown`. Throws `file-not-found`, `unparsable-payload` or
 * `bad-recording`, with the position.
 */
export async function readRecording(root: string, path: string, shown: string): Promise<Recording> {
  const document = await parseDocument(await readText(path, shown), shown);
  const { recordingFile } = await import('./compose/file-schema.ts');
  const hint = 'a recording has the keys recorded and mocks; make it anew with --record';
  await assertValid(recordingFile, { document, code: () => 'bad-recording', hint });
  const { recorded, mocks } = document.value as Pick<Recording, 'recorded' | 'mocks'>;
  const failed = firstOf(await mockFaults(document, ['mocks'], mocks, root));
  if (failed) throw new EmulatorError({ ...failed.finding, code: 'bad-recording' });
  return { file: shown, base: baseOf(root, path), recorded, mocks };
}
