import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

/**
 * The version of each library that the platform provides, as the build found it installed. Which versions the platform
 * itself has is not public; package.json pins ours.
 */
export function libraryVersions(): Record<string, string> {
  const text = readFileSync(join(packageRoot(), 'build', 'libraries.json'), 'utf8');
  const built = JSON.parse(text) as Record<string, { version: string }>;
  return Object.fromEntries(Object.entries(built).map(([name, { version }]) => [name, version]));
}
