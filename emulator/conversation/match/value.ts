import { child, formatPath, isObject, type Path, valueAt } from '../../payload/path.ts';
import { fitsText, isChoice } from './text.ts';

/** A place at which a value is not what is wanted. */
export interface Mismatch {
  path: Path;
  wanted: unknown;
  /** `undefined` where there is nothing. */
  there: unknown;
}

/**
 * The first place where `value` lacks what `wanted` says, `undefined` where there is none. Text is matched as a
 * consumer's text is, objects may have more keys, lists must have as many entries.
 */
export function mismatch(wanted: unknown, value: unknown, path: Path = []): Mismatch | undefined {
  if (typeof wanted === 'string' || isChoice(wanted)) {
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    return typeof text === 'string' && fitsText(wanted, text) ? undefined : { path, wanted, there: value };
  }
  if (Array.isArray(wanted)) {
    if (!Array.isArray(value) || value.length !== wanted.length) return { path, wanted, there: value };
    return firstOf(wanted.keys(), (key) => mismatch(wanted[key], value[key], [...path, key]));
  }
  if (isObject(wanted)) {
    if (!isObject(value)) return { path, wanted, there: value };
    return firstOf(Object.keys(wanted), (key) => mismatch(wanted[key], child(value, key), [...path, key]));
  }
  return wanted === value ? undefined : { path, wanted, there: value };
}

/** The same for places named by their paths, such as `elements[0].text`: each that is not as wanted. */
export function mismatchesAt(
  wanted: Readonly<Record<string, unknown>>,
  value: unknown,
): (Mismatch & { at: string })[] {
  return Object.keys(wanted).flatMap((at) => {
    const path = parsePath(at);
    const found = mismatch(wanted[at], valueAt(value, path), path);
    return found ? [{ ...found, at }] : [];
  });
}

/** `elements[0].text` as keys and indices. */
export function parsePath(text: string): Path {
  return [...text.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|[^.[\]]+/g)].map(([key, index, quoted]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? String(JSON.parse(`"${quoted}"`)) : key,
  );
}

/** Whether a text is a path as `parsePath` reads it. */
export function isPath(text: string): boolean {
  return text !== '' && formatPath(parsePath(text)) === text;
}

function firstOf<Key, Found>(keys: Iterable<Key>, look: (key: Key) => Found | undefined): Found | undefined {
  for (const key of keys) {
    const found = look(key);
    if (found !== undefined) return found;
  }
  return undefined;
}
