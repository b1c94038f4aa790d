import * as z from 'zod/mini';
import type { ConversationState } from '../../connector/session/conversation.ts';
import { assignee, entry } from '../../connector/transcript/entry-schema.ts';
import { EmulatorError } from '../../errors.ts';
import { explain } from '../../payload/check/explain.ts';
import { fits } from '../../payload/check/fits.ts';
import { given } from '../schema/given.ts';
import { turn } from '../schema/turn.ts';
import { type Transcript, transcriptFormat } from './file.ts';

const states: readonly ConversationState[] = ['new', 'queued', 'bot', 'agent', 'survey', 'closed'];

const schema: z.ZodMiniType<Transcript & { format: number }> = z.strictObject({
  format: z.literal(transcriptFormat),
  name: z.string(),
  function: z.string(),
  generation: z.enum(['v1', 'v2']),
  id: z.string(),
  given,
  base: z.string(),
  turns: z.array(
    z.strictObject({
      turn,
      entries: z.array(entry),
      standing: z.looseObject({ state: z.enum(states), assignee }),
    }),
  ),
});

/** Ours: a conversation of a thousand turns has some megabytes. */
const longest = 64 * 1024 * 1024;

/** The transcript in a file. Throws `bad-transcript`. */
export function readTranscript(text: string, file: string): Transcript {
  if (text.length > longest) throw bad(file, 'has more than 64 MB');
  const value = json(text, file);
  if (!fits(schema, value)) {
    throw bad(file, `is none of this version: ${explain(schema, value)[0]?.message}`);
  }
  const { format: _, ...transcript } = value;
  return transcript;
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
    hint: 'give a file that lpf-emulator test --transcripts <folder> wrote, or /transcript in a chat',
    where: { file },
  });
}
