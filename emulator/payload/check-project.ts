import { join } from 'node:path';
import { type Finding, isEmulatorError } from '../errors.ts';
import { composeAll } from './catalogue.ts';
import { fragmentFolders, type Fragments, fragmentsOf } from './compose/fragments.ts';
import { isKnown, misplaced } from './misplaced.ts';
import { readAll } from './payloads.ts';
import { filesIn, foldersIn } from './document/read.ts';

/** How much there was to check, and what came of it. */
export interface ProjectCheck {
  payloads: number;
  fragments: number;
  findings: Finding[];
}

/** Checks every payload and fragment of the project at `root` itself, not those that come with this package. */
export async function checkProject(root: string): Promise<ProjectCheck> {
  const fragments = fragmentsOf(root);
  const own = join(root, 'payloads');
  const folders = (await foldersIn(root, own)).filter(isKnown);
  const checks = folders.map((folder) => checkFolder(root, folder, fragments).catch(unreadable));
  const done = await Promise.all(checks);
  return {
    payloads: done.reduce((sum, each) => sum + each.payloads, 0),
    fragments: done.reduce((sum, each) => sum + each.fragments, 0),
    findings: [...(await misplaced(root)), ...done.flatMap((each) => each.findings)],
  };
}

async function checkFolder(root: string, folder: string, fragments: Fragments): Promise<ProjectCheck> {
  const files = await filesIn(root, join(root, 'payloads', folder));
  if (fragmentFolders.includes(folder)) {
    const names = files.map(({ name }) => `${folder}/${name}`);
    const { findings } = await composeAll(fragments, names);
    return { payloads: 0, fragments: files.length, findings };
  }
  const { findings } = await readAll(root, files, { event: folder, fragments, doubts: true });
  return { payloads: files.length, fragments: 0, findings };
}

function unreadable(error: unknown): ProjectCheck {
  if (!isEmulatorError(error)) throw error;
  return { payloads: 0, fragments: 0, findings: [error.finding] };
}
