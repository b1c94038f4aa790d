import { basename } from 'node:path';
import type { Chat } from '../../conversation/chat.ts';
import { readConversationFile } from '../../conversation/conversation-file.ts';
import { perform } from '../../conversation/perform.ts';
import { mostTurns } from '../../conversation/schema/file.ts';
import type { StageOptions } from '../../conversation/stage.ts';
import { saveConversation } from '../../conversation/transcript/save.ts';
import { EmulatorError } from '../../errors.ts';
import { shownPath } from '../../project/json-file.ts';
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

/** Writes a chat as a conversation file, and plays that once. Throws `bad-usage` where nothing has happened yet, or too much. */
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
  const path = await saveConversation(place.root, name, transcript);
  const secrets = secretLines(transcript.given, paint);
  const shown = shownPath(place.root, path);
  const { scripts, findings } = await readConversationFile(place.root, { path, shown }, place.functions);
  const [script] = scripts;
  if (!script) throw new Error(`what was saved cannot be read: ${findings[0]?.message ?? shown}`);
  const { result } = await perform(script, options);
  if (result.pass)
    return { pass: true, lines: [paint('good', `✓ ${shown} is written, and passes`), ...secrets] };
  const lines = result.failures.flatMap((failure) => failureLines(failure, paint));
  const head = `✗ ${shown} is written, but the bot does something else each time`;
  return { pass: false, lines: [paint('bad', head), ...indent([...lines, ...secrets])] };
}

function unusable(why: string, hint: string): EmulatorError {
  return new EmulatorError({ code: 'bad-usage', message: `/save: ${why}`, hint });
}
