import { realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EmulatorError } from '../errors.ts';
import { didYouMean } from '../platform/suggest.ts';
import { cannotRead, isMissing } from '../project/cannot-read.ts';
import { shownPath } from '../project/json-file.ts';
import { entriesOf, leadsToFolder } from '../project/read-folder.ts';
import { isSnapshotFile } from './snapshot/name.ts';

/** Where a project keeps its conversations. */
export const conversationFolder = 'conversations';

/** A conversation file: its absolute path, and how it is called. */
export interface FoundFile {
  path: string;
  shown: string;
}

/**
 * The conversation files that `asked` names from `cwd`: files, folders, and names of files in `conversations/`, with
 * their ending or without; all of that folder where nothing is asked for. Throws `unknown-conversation`, and
 * `file-not-found` for what is there and cannot be read.
 */
export async function findFiles(root: string, cwd: string, asked: readonly string[]): Promise<FoundFile[]> {
  const all = await filesBelow(root, join(root, conversationFolder));
  if (asked.length === 0 && all.length === 0) throw none();
  const paths =
    asked.length === 0 ? all : (await Promise.all(asked.map((each) => named(each, cwd, all, root)))).flat();
  return [...new Set(paths)].map((path) => ({ path, shown: shownPath(root, path) }));
}

async function named(asked: string, cwd: string, all: readonly string[], root: string): Promise<string[]> {
  const path = resolve(cwd, asked);
  const kind = await kindOf(path, asked);
  if (kind === 'file') return [path];
  const found =
    kind === 'folder' ? await filesBelow(root, path) : all.filter((each) => isCalled(root, each, asked));
  if (found.length > 0) return found;
  const names = all.map((each) => nameOf(root, each));
  throw new EmulatorError({
    code: 'unknown-conversation',
    message:
      kind === 'folder'
        ? `${asked} holds no conversation file`
        : `no conversation file "${asked}".${didYouMean(asked, names)}`,
    hint:
      names.length === 0
        ? `conversation files stand in ${conversationFolder}/ and end in .yaml`
        : `the files in ${conversationFolder}/ are ${names.join(', ')}`,
  });
}

/** `conversations/orders/late.yaml` is `orders/late`. */
function nameOf(root: string, path: string): string {
  return shownPath(join(root, conversationFolder), path).replace(/\.ya?ml$/, '');
}

function isCalled(root: string, path: string, asked: string): boolean {
  return asked === nameOf(root, path) || asked === shownPath(join(root, conversationFolder), path);
}

async function kindOf(path: string, shown: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (isMissing(error)) return 'nothing';
    throw cannotRead(shown, error);
  }
}

/** Whether a file of this name is looked at among the conversations. */
export function isConversationFile(name: string): boolean {
  return /^[^.].*\.ya?ml$/.test(name) && !isSnapshotFile(name);
}

/** The YAML files in a folder and below, sorted, links followed; none where there is no such folder. */
async function filesBelow(root: string, folder: string): Promise<string[]> {
  const files: string[] = [];
  const walk = async (each: string, above: readonly string[]): Promise<void> => {
    const real = await realpath(each).catch(() => each);
    // A link back to a folder above leads in a circle.
    if (above.includes(real)) return;
    for (const entry of await entriesOf(root, each)) {
      const { name } = entry;
      const path = join(each, name);
      if (await leadsToFolder(entry)) await walk(path, [...above, real]);
      else if (isConversationFile(name)) files.push(path);
    }
  };
  await walk(folder, []);
  return files.toSorted();
}

function none(): EmulatorError {
  return new EmulatorError({
    code: 'unknown-conversation',
    message: `${conversationFolder}/ holds no conversation file`,
    hint: 'write one, or save one from a conversation: lpf-emulator chat <function>, then /save',
  });
}
