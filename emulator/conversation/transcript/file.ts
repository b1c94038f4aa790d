import * as z from 'zod/mini';
import type { Entry } from '../../connector/entry.ts';
import { EmulatorError } from '../../errors.ts';
import { explain } from '../../payload/explain.ts';
import type { Generation } from '../../platform/generations.ts';
import type { PlayedTurn } from '../played-turn.ts';
import { given, type Given } from '../schema/given.ts';
import { turn } from '../schema/turn.ts';

/** Raised when what a transcript holds changes, so that none of another version is read. */
const format = 1;

/**
 * A conversation that took place, whole: what it began with, turn by turn what the consumer did, and everything that came
 * of it. It can be viewed, replayed, gone on with, and saved as a test.
 */
export interface Transcript {
  name: string;
  function: string;
  generation: Generation;
  /** The conversation's id, which stands in texts and payloads. */
  id: string;
  given: Given;
  /** Folder that the files of its mocks count from, seen from the project's root. */
  base: string;
  turns: readonly PlayedTurn[];
}

const schema = z.strictObject({
  format: z.literal(format),
  name: z.string(),
  function: z.string(),
  generation: z.enum(['v1', 'v2']),
  id: z.string(),
  given,
  base: z.string(),
  turns: z.array(
    z.strictObject({
      turn,
      entries: z.array(z.looseObject({ kind: z.string(), at: z.number(), step: z.number() })),
      standing: z.looseObject({ state: z.string(), assignee: z.looseObject({ type: z.string() }) }),
    }),
  ),
});

/** A transcript as a file. */
export function transcriptText(transcript: Transcript): string {
  return `${JSON.stringify({ format, ...transcript }, null, 2)}\n`;
}

/** Ours: a conversation of a thousand turns has some megabytes. */
const longest = 64 * 1024 * 1024;

/** The transcript in a file. Throws `bad-transcript`. */
export function readTranscript(text: string, file: string): Transcript {
  if (text.length > longest) throw bad(file, 'has more than 64 MB');
  const value = json(text, file);
  const [complaint] = explain(schema, value);
  if (complaint) throw bad(file, `is none of this version: ${complaint.message}`);
  const { format: _, ...transcript } = value as Transcript & { format: number };
  return transcript;
}

/** Every entry of a transcript. */
export function entriesOf({ turns }: Pick<Transcript, 'turns'>): Entry[] {
  return turns.flatMap(({ entries }) => entries);
}

function json(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw bad(file, 'is no JSON');
  }
}

function bad(file: string, what: string): EmulatorError {
  return new EmulatorError({
    code: 'bad-transcript',
    message: `${file} ${what}`,
    hint: 'give a file that lpf-emulator test --transcripts <folder> wrote',
    where: { file },
  });
}
