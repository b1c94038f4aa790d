import * as z from 'zod/mini';
import { given } from './given.ts';
import { described, name } from './text.ts';
import { turn } from './turn.ts';

/** More turns than any conversation has, and few enough to be played; ours. */
export const mostTurns = 1_000;
/** Ours; a file of its own is easier to read. */
const mostConversations = 500;

const conversation = z.strictObject({
  name: described(
    name,
    'What happens in it, in a few words; no other conversation of the file has the name.',
  ),
  function: z.optional(described(name, 'The bot, where it is another one than that of the file.')),
  given: z.optional(described(given, 'What it begins with, over what the file says.')),
  snapshot: z.optional(
    described(
      z.boolean(),
      'Whether all that the bot does is compared with what was stored beside this file.',
    ),
  ),
  turns: described(
    z.array(turn).check(z.minLength(1), z.maxLength(mostTurns)),
    'What happens, in order, and what is expected to come of it.',
  ),
});

/** A conversation file. */
export const conversationFile = z.strictObject({
  function: z.optional(described(name, 'The function that is the bot of all conversations.')),
  given: z.optional(described(given, 'What every conversation begins with.')),
  snapshot: z.optional(
    described(
      z.boolean(),
      'Whether all that the bot does is compared with what was stored, in every conversation.',
    ),
  ),
  conversations: described(
    z.array(conversation).check(z.minLength(1), z.maxLength(mostConversations)),
    'Conversations; none sees anything of the others.',
  ),
});

/** A conversation file as it is written. */
export type ConversationFile = z.infer<typeof conversationFile>;
