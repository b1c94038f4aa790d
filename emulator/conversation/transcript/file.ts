import type { Entry } from '../../connector/transcript/entry.ts';
import type { Generation } from '../../platform/generations.ts';
import type { PlayedTurn } from '../played-turn.ts';
import type { Given } from '../schema/given.ts';

/** Raised when what a transcript holds changes, so that none of another version is read. */
export const transcriptFormat = 1;

/**
 * A conversation that took place, whole: what it began with, turn by turn what the consumer did, and everything that came
 * of it. It can be viewed, replayed, gone on with, and saved as a test.
 */
export interface Transcript {
  name: string;
  function: string;
  /** What its functions ran on; one that is not written for it ran on its own. */
  generation: Generation;
  /** The conversation's id, which stands in texts and payloads. */
  id: string;
  given: Given;
  /** Folder that the files of its mocks count from, seen from the project's root. */
  base: string;
  turns: readonly PlayedTurn[];
}

/** A transcript as a file. */
export function transcriptText(transcript: Transcript): string {
  return `${JSON.stringify({ format: transcriptFormat, ...transcript }, null, 2)}\n`;
}

/** Every entry of a transcript. */
export function entriesOf({ turns }: Pick<Transcript, 'turns'>): Entry[] {
  return turns.flatMap(({ entries }) => entries);
}
