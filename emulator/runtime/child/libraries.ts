import { join } from 'node:path';

/** What the build says of each library: where in build/ it lies. */
type Built = Record<string, { file: string }>;

/** Path of the file that holds the whole library `name`; an instance may read no other copy of it. */
export function libraryFile(name: string): string {
  const built = require(join(__dirname, 'libraries.json')) as Built;
  const file = built[name]?.file;
  if (file === undefined) throw new Error(`the build holds no library ${name}`);
  return join(__dirname, file);
}
