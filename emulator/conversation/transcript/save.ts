import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { EmulatorError, type Finding } from '../../errors.ts';
import { cannotWrite } from '../../project/cannot-write.ts';
import { shownPath } from '../../project/json-file.ts';
import { readConversationText, type Script } from '../conversation-file.ts';
import { conversationFolder, isConversationFile } from '../find.ts';
import type { Given } from '../schema/given.ts';
import { givenWithout, namedSecrets } from '../secrets.ts';
import { expectationFrom, stateAtFirst } from './expect.ts';
import type { Transcript } from './file.ts';
import { givenAsUsed } from './used-mocks.ts';

/** The project that is saved in. */
interface Place {
  root: string;
  /** Names of its functions. */
  functions: readonly string[];
}

/**
 * Saves a transcript as a conversation file of a project, with everything that came expected: it passes when it is
 * played. Answers the conversation as it stands there. Nothing is written where it throws: `already-exists`, `bad-usage`
 * for a name that leads elsewhere, `bad-conversation` for what no conversation file can say, `cannot-write`.
 */
export async function saveConversation(
  { root, functions }: Place,
  name: string,
  transcript: Transcript,
): Promise<Script> {
  const folder = join(root, conversationFolder);
  const path = resolve(folder, /\.ya?ml$/.test(name) ? name : `${name}.yaml`);
  if (!path.startsWith(folder + sep) || !isConversationFile(basename(path))) throw noName(name);
  const base = resolve(root, transcript.base);
  const text = await conversationText({ ...transcript, base }, dirname(path));
  const file = { path, shown: shownPath(root, path) };
  const { scripts, findings } = await readConversationText(root, file, { text, functions });
  const [script] = scripts;
  if (!script) throw notSaid(file.shown, findings[0]);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    throw notWritten(root, path, error as NodeJS.ErrnoException);
  }
  return script;
}

/** The text of a conversation file for `folder`; the transcript's own folder is absolute here. */
async function conversationText(transcript: Transcript, folder: string): Promise<string> {
  const { stringify } = await import('yaml');
  const { name, function: bot } = transcript;
  const given = givenAsUsed(transcript);
  const own = withFiles(givenWithout(given, namedSecrets(given)), transcript.base, folder);
  const file = {
    function: bot,
    ...(Object.keys(own).length > 0 && { given: own }),
    conversations: [{ name, turns: turnsOf(transcript) }],
  };
  return stringify(file, { lineWidth: 110, aliasDuplicateObjects: false });
}

function turnsOf({ turns, id }: Transcript): unknown[] {
  return turns.map((played, index) => {
    const { expect: _, ...turn } = played.turn;
    const expected = expectationFrom(played, id, turns[index - 1]?.standing.state ?? stateAtFirst);
    return expected ? { ...turn, expect: expected } : turn;
  });
}

/** The files of mocks, named from where the conversation file will be. */
function withFiles(given: Given, base: string, folder: string): Given {
  if (!given.mocks) return given;
  const mocks = given.mocks.map((mock) =>
    mock.file === undefined
      ? mock
      : { ...mock, file: relative(folder, resolve(base, mock.file)).split(sep).join('/') },
  );
  return { ...given, mocks };
}

/** A file may also be where the folder would be. */
function notWritten(root: string, path: string, error: NodeJS.ErrnoException): unknown {
  const file = shownPath(root, path);
  if (error.code !== 'EEXIST' || error.path !== path) return cannotWrite(file, error);
  const hint = 'choose another name, or remove the file';
  return new EmulatorError({ code: 'already-exists', message: `${file} is there already`, hint });
}

function noName(name: string): EmulatorError {
  return new EmulatorError({
    code: 'bad-usage',
    message: `"${name}" is no name of a conversation file in ${conversationFolder}/`,
    hint: 'give a name such as orders, or orders/late; none that begins with a dot or ends in .snap',
  });
}

/** The place that is complained about is in no file. */
function notSaid(shown: string, finding: Finding | undefined): EmulatorError {
  return new EmulatorError({
    code: 'bad-conversation',
    message: `${shown} is not written, it could not be read: ${finding?.message ?? 'it would hold nothing'}`,
    hint: 'a transcript keeps any conversation: /transcript in a chat, or lpf-emulator test --transcripts',
  });
}
