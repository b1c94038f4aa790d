import type { Finding } from '../errors.ts';
import { configFile, type FunctionFolder } from './function-folder.ts';
import { placeOf } from './json-file.ts';

/**
 * The complaints for each folder that claims a name which another one claims too: by what its `config.json` says, or by
 * being named alike but for upper and lower case, which not every disk can tell apart. `all` are the names of all
 * folders, `read` those whose config is known.
 */
export function duplicates(
  root: string,
  all: readonly string[],
  read: readonly FunctionFolder[],
): Map<string, Finding[]> {
  const claimants = new Map<string, Set<string>>();
  const claim = (name: string, folder: string): void => {
    const folders = claimants.get(name.toLowerCase()) ?? new Set();
    claimants.set(name.toLowerCase(), folders.add(folder));
  };
  for (const name of all) claim(name, name);
  for (const { name, claims } of read) if (claims !== null) claim(claims, name);
  const shared = [...claimants.values()].filter((folders) => folders.size > 1);
  const entries = shared.flatMap((folders) =>
    [...folders].map((folder): [string, Finding[]] => [folder, [duplicate(root, folder, folders, read)]]),
  );
  return new Map(entries);
}

function duplicate(
  root: string,
  folder: string,
  folders: ReadonlySet<string>,
  read: readonly FunctionFolder[],
): Finding {
  const named = read.some(({ name, claims }) => name === folder && claims !== null);
  return {
    code: 'duplicate-function',
    severity: 'error',
    message: `${[...folders].map((each) => `functions/${each}`).join(' and ')} claim the same function name`,
    hint: 'rename one: its folder and "name" in its config.json; upper and lower case are the same here',
    where: named ? placeOf(configFile(root, folder), ['name']) : { file: `functions/${folder}` },
  };
}
