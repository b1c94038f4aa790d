import { join } from 'node:path';
import type { Where } from '../errors.ts';
import type { FunctionSource } from '../project/function-source.ts';
import { configFile } from '../project/function-folder.ts';
import { placeOf } from '../project/json-file.ts';

/** Leads from a path inside the `config.json` of `source` to its line and column; to the file where it cannot be read. */
export function readConfigPlaces({
  name,
  folder,
}: FunctionSource): (path: readonly (string | number)[]) => Where {
  const root = join(folder, '..', '..');
  const file = configFile(root, name);
  return (path) => {
    try {
      return placeOf(file, path);
    } catch {
      return { file: `functions/${name}/config.json` };
    }
  };
}
