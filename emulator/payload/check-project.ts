import { join } from 'node:path';
import { type Finding, isEmulatorError } from '../errors.ts';
import { events } from '../platform/events.ts';
import { didYouMean } from '../platform/suggest.ts';
import { composeAll } from './catalogue.ts';
import { fragmentFolders, type Fragments, fragmentsOf } from './fragments.ts';
import { readAll } from './payloads.ts';
import { filesIn, foldersIn } from './read.ts';

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
  const strays = (await filesIn(root, own)).map(({ path }) =>
    stray(`payloads/${path.slice(own.length + 1)}`),
  );
  const checks = (await foldersIn(root, own)).map((folder) =>
    checkFolder(root, folder, fragments).catch(unreadable),
  );
  const done = await Promise.all(checks);
  return {
    payloads: done.reduce((sum, each) => sum + each.payloads, 0),
    fragments: done.reduce((sum, each) => sum + each.fragments, 0),
    findings: [...strays, ...done.flatMap((each) => each.findings)],
  };
}

async function checkFolder(root: string, folder: string, fragments: Fragments): Promise<ProjectCheck> {
  const files = await filesIn(root, join(root, 'payloads', folder));
  if (fragmentFolders.includes(folder)) {
    const names = files.map(({ name }) => `${folder}/${name}`);
    const { findings } = await composeAll(fragments, names);
    return { payloads: 0, fragments: files.length, findings };
  }
  if (!events.some(({ id }) => id === folder))
    return { payloads: 0, fragments: 0, findings: [unknown(folder)] };
  const { findings } = await readAll(root, files, { event: folder, fragments, doubts: true });
  return { payloads: files.length, fragments: 0, findings };
}

function unreadable(error: unknown): ProjectCheck {
  if (!isEmulatorError(error)) throw error;
  return { payloads: 0, fragments: 0, findings: [error.finding] };
}

function unknown(folder: string): Finding {
  const names = [...events.map(({ id }) => id), ...fragmentFolders];
  return {
    code: 'unknown-event',
    severity: 'error',
    message: `payloads/${folder} is named for no event.${didYouMean(folder, names)}`,
    hint: `a folder below payloads/ has the id of an event, or is one of ${fragmentFolders.join(', ')}`,
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
