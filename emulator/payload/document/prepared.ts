import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../platform/package-root.ts';

let prepared: Map<string, unknown> | undefined;

/**
 * The value of a YAML text that came with this package, parsed when the package was built; `undefined` for any other
 * text. It is found by the whole text, so it cannot be out of date. The parser takes 150 ms for all stored payloads.
 */
export function preparedValue(text: string): unknown {
  prepared ??= new Map(load());
  return prepared.get(text);
}

/** Without the file, as in a checkout that was never built, everything is parsed. */
function load(): [text: string, value: unknown][] {
  try {
    return JSON.parse(readFileSync(join(packageRoot(), 'build', 'payloads.json'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
