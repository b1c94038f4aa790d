import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

let found: string | undefined;

function isOurs(folder: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return (
      typeof manifest === 'object' &&
      manifest !== null &&
      'name' in manifest &&
      manifest.name === 'lpf-emulator'
    );
  } catch {
    return false;
  }
}

/**
 * This package's own folder, absolute: the nearest one upward that holds our package.json. It is where the templates
 * and payloads that come with the package are, whether the code runs from build/ or from its source.
 */
export function packageRoot(): string {
  if (found !== undefined) return found;
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (isOurs(folder)) return (found = folder);
    if (folder === dirname(folder))
      throw new Error('the package lpf-emulator is not complete: its package.json is missing');
  }
}
