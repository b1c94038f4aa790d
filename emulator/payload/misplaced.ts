import { join } from 'node:path';
import type { Finding } from '../errors.ts';
import { eventById, events } from '../platform/events.ts';
import { didYouMean } from '../platform/suggest.ts';
import { fragmentFolders } from './compose/fragments.ts';
import { filesIn, foldersIn } from './document/read.ts';
import { type Fed, fedFunctions, folderOf, unfed } from './unfed.ts';

/**
 * What lies in `payloads/` of the project at `root` where no function is ever fed with it: a folder that is named for
 * no event or for one that no function has, a file in no folder.
 */
export async function misplaced(root: string): Promise<Finding[]> {
  const own = join(root, 'payloads');
  const [files, folders] = await Promise.all([filesIn(root, own), foldersIn(root, own)]);
  const functions = folders.length ? fedFunctions(root) : [];
  const waiting = folders.filter(isEvent).map((event) => unfed(root, event, functions));
  return [
    ...files.map(({ path }) => stray(`payloads/${path.slice(own.length + 1)}`)),
    ...folders
      .filter((folder) => !folder.startsWith('.') && !isKnown(folder))
      .map((folder) => unknown(folder, functions)),
    ...(await Promise.all(waiting)).flat(),
  ];
}

/** Whether a folder in `payloads/` is named for an event, or holds parts of payloads. */
export function isKnown(folder: string): boolean {
  return fragmentFolders.includes(folder) || isEvent(folder);
}

function isEvent(folder: string): boolean {
  return eventById(folder) !== undefined;
}

function unknown(folder: string, functions: readonly Fed[]): Finding {
  const named = functions.find(({ name }) => name === folder);
  const names = [...events.map(({ id }) => id), ...fragmentFolders];
  return {
    code: 'unknown-event',
    severity: 'error',
    message: `payloads/${folder} is named for no event.${didYouMean(folder, names)}`,
    hint: named
      ? folderOf(named)
      : `a folder below payloads/ has the id of an event, or is one of ${fragmentFolders.join(', ')}`,
    where: { file: `payloads/${folder}` },
  };
}

function stray(file: string): Finding {
  return {
    code: 'bad-payload',
    severity: 'error',
    message: `${file} belongs to no event, so no function is fed with it`,
    hint: 'move it into a folder that has the id of its event',
    where: { file },
  };
}
