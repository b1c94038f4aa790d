import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import type { Finding } from '../../errors.ts';
import { packageRoot } from '../../platform/package-root.ts';
import type { Mock } from './mock.ts';
import { formatPath, type Path } from '../document/path.ts';
import type { PayloadDocument } from '../document/payload-document.ts';

/** The folder from which the paths in a document count, absolute; the root itself for standard input. */
export function baseOf(root: string, file: string): string {
  return file === '-' ? root : dirname(resolve(root, file));
}

/** What is wrong with the files that mocks at `path` of a document name. */
export async function fileFaults(
  { file, locate }: Pick<PayloadDocument, 'file' | 'locate'>,
  path: Path,
  mocks: readonly Mock[],
  root: string,
): Promise<Finding[]> {
  const named = mocks.flatMap(({ file: body }, index) => (body === undefined ? [] : [{ body, index }]));
  const faults = named.map(async ({ body, index }): Promise<Finding[]> => {
    const at = [...path, index, 'file'];
    const wrong = await faultOf(resolve(baseOf(root, file), body), root);
    if (wrong === undefined) return [];
    const message = `${file}: ${formatPath(at)} names "${body}", which ${wrong}`;
    const hint = 'give the path of a file in the project, seen from the file that names it';
    const where = await locate(at);
    return [{ code: 'bad-mock', severity: 'error', message, hint, where, path: formatPath(at) }];
  });
  return (await Promise.all(faults)).flat();
}

/** Links are followed first: one inside the project may lead out of it. */
async function faultOf(path: string, root: string): Promise<string | undefined> {
  try {
    const [real, ...roots] = await Promise.all([path, root, packageRoot()].map((each) => realpath(each)));
    if (!roots.some((each) => isInside(each, real ?? path))) return 'is outside the project';
    return (await stat(path)).isFile() ? undefined : 'is no file';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'cannot be read';
  }
}

function isInside(folder: string, path: string): boolean {
  const from = relative(folder, path);
  return !from.startsWith('..') && !isAbsolute(from);
}
