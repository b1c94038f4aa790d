import { dirname, join, resolve } from 'node:path';
import { isFile } from '../../project/find.ts';

const endings = ['', '.ts', '.js', '.json', '/index.ts', '/index.js'];

/** Whether `path`, as a file in `folder` requires it, leads to one. */
export function leadsToFile(folder: string, path: string): boolean {
  return endings.some((ending) => isFile(resolve(folder, path) + ending));
}

/** Whether the package `name` is installed where a file in `folder` would find it. */
export function isInstalled(folder: string, name: string): boolean {
  if (isFile(join(folder, 'node_modules', name, 'package.json'))) return true;
  return folder !== dirname(folder) && isInstalled(dirname(folder), name);
}

/** The package that `name`, which may be a path inside one, belongs to. */
export function packageName(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
