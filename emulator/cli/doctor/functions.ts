import { join } from 'node:path';
import { isFile } from '../../project/find.ts';
import { configDoubts } from '../../project/function-folder.ts';
import type { Project } from '../../project/project.ts';
import { fromFinding, good, type Check } from './check.ts';

/** What there is to say about the functions of a project: how many can be used, and why the others cannot. */
export function checkFunctions(
  root: string,
  { functions, broken }: Pick<Project, 'functions' | 'broken'>,
): Check[] {
  const wrong = broken.flatMap(({ findings }) =>
    findings.map((finding) => fromFinding('functions', finding)),
  );
  const doubts = functions.flatMap(({ name }) => configDoubts(root, name));
  const names = functions.map(({ name }) => name).join(', ');
  const usable = functions.length ? [good('functions', names)] : [];
  return [
    ...usable,
    ...wrong,
    ...doubts.map((finding) => fromFinding('functions', finding)),
    ...functions.flatMap(({ name, folder }) => twoEntries(name, folder)),
  ];
}

function twoEntries(name: string, folder: string): Check[] {
  if (!['index.ts', 'index.js'].every((file) => isFile(join(folder, file)))) return [];
  return [
    {
      subject: 'functions',
      status: 'warning',
      message: `functions/${name} holds index.ts and index.js; index.ts is used`,
      hint: 'remove the one that is out of date: lpf would push index.js',
    },
  ];
}
