import { basename } from 'node:path';
import type { Chat } from '../../conversation/chat.ts';
import { perform } from '../../conversation/perform.ts';
import { mostTurns } from '../../conversation/schema/file.ts';
import { seenIn } from '../../conversation/seen.ts';
import type { StageOptions } from '../../conversation/stage.ts';
import { entriesOf, type Transcript } from '../../conversation/transcript/file.ts';
import { saveConversation } from '../../conversation/transcript/save.ts';
import { EmulatorError } from '../../errors.ts';
import type { Paint } from '../../report/colour.ts';
import { failureLines } from '../../report/conversations/failure-lines.ts';
import { secretLines } from '../../report/conversations/secrets.ts';
import { indent } from '../../report/details.ts';
import type { Place } from './given.ts';

/** Whether a conversation that was saved passes when it is played, in words. */
export interface Saved {
  pass: boolean;
  lines: string[];
}

/**
 * Writes a chat as a conversation file, and plays that once. Throws `bad-usage` where nothing has happened yet, or too
 * much, and what `saveConversation` throws.
 */
export async function saveChat(
  chat: Chat,
  name: string,
  { place, paint, options }: { place: Place; paint: Paint; options: StageOptions },
): Promise<Saved> {
  if (chat.turns.length === 0) throw unusable('nothing has happened yet', 'say something first');
  if (chat.turns.length > mostTurns) {
    const tooMany = `the chat has ${chat.turns.length} turns, a conversation file at most ${mostTurns}`;
    throw unusable(tooMany, 'begin anew with /new, and save shorter conversations');
  }
  const title = basename(name)
    .replace(/\.ya?ml$/, '')
    .replaceAll(/[-_]+/g, ' ');
  const transcript = chat.transcript(title);
  const script = await saveConversation(place, name, transcript);
  const secrets = secretLines(transcript.given, paint);
  const { result, transcript: again } = await perform(script, options);
  if (result.pass)
    return { pass: true, lines: [paint('good', `✓ ${script.file} is written, and passes`), ...secrets] };
  const lines = result.failures.flatMap((failure) => failureLines(failure, paint));
  const edited = editedSince(transcript, again);
  const head = `✗ ${script.file} is written, but ${whyNot(chat, edited)}`;
  return { pass: false, lines: [paint('bad', head), ...indent([...lines, ...secrets])] };
}

function whyNot({ turns }: Chat, edited: readonly string[]): string {
  if (edited.length > 0)
    return `${edited.join(' and ')} changed during the chat, and now something else comes of it`;
  const broke = turns.some(({ entries }) =>
    entries.some((entry) => entry.kind === 'notice' && entry.finding.severity === 'error'),
  );
  return broke ? 'what went wrong goes wrong again' : 'the bot does something else each time';
}

/** Functions that ran from another bundle then than they do now. */
function editedSince(then: Transcript, now: Transcript): string[] {
  const [before, after] = [then, now].map((each) => seenIn(entriesOf(each)).records);
  const edited = (before ?? []).filter(({ function: name, bundle }) => {
    const same = (after ?? []).filter((record) => record.function === name);
    return same.length > 0 && same.every((record) => record.bundle.hash !== bundle.hash);
  });
  return [...new Set(edited.map(({ function: name }) => name))];
}

function unusable(why: string, hint: string): EmulatorError {
  return new EmulatorError({ code: 'bad-usage', message: `/save: ${why}`, hint });
}
