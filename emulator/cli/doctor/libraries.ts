import { generations } from '../../platform/generations.ts';
import { libraryVersions } from '../../platform/library-versions.ts';
import { libraries } from '../../platform/modules.ts';
import { type Check, good } from './check.ts';

/** Which libraries a function finds here without bundling them, and in which versions. */
export function checkLibraries(): Check[] {
  const versions = libraryVersions();
  return generations.map((generation) => {
    const named = libraries[generation].map((name) => `${name} ${versions[name] ?? '(not built)'}`);
    return good('libraries', `${generation}: ${named.join(', ')}`);
  });
}
