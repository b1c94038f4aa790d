import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Finding } from '../errors.ts';
import { suggest } from '../platform/suggest.ts';
import { type JsonFile, placeOf } from './json-file.ts';

/** The keys that are read of an object, with those of the objects in it; `null` where anything goes. */
export interface Keys {
  readonly [key: string]: Keys | null;
}

/**
 * Keys of a JSON file that nobody reads and that look like a misspelling of one that is not there: whoever reads the
 * file passes over them without a word. A key that resembles none is let be, lpf may have more than we know. A file
 * that cannot be read is for others to tell.
 */
export function misspeltKeys(file: JsonFile, keys: Keys): Finding[] {
  return slips(valueOf(file), keys, []).map(({ path, near }) => ({
    code: file.code,
    severity: 'warning',
    message: `"${path.join('.')}" in ${basename(file.path)} is no key that is read`,
    hint: `did you mean "${near}"?`,
    where: placeOf(file, path),
  }));
}

function valueOf({ path }: JsonFile): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function slips(value: unknown, keys: Keys, path: string[]): { path: string[]; near: string }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const absent = Object.keys(keys).filter((key) => !Object.hasOwn(value, key));
  return Object.entries(value).flatMap(([key, child]) => {
    const at = [...path, key];
    if (Object.hasOwn(keys, key)) return keys[key] ? slips(child, keys[key], at) : [];
    const near = suggest(key, absent);
    return near === undefined ? [] : [{ path: at, near }];
  });
}
