import { child, isObject, type Path } from './path.ts';
import { fits } from './pattern.ts';

/** Where a value is not what is wanted. */
export interface Difference {
  path: Path;
  wanted: unknown;
  there: unknown;
}

/**
 * The first place where `value` lacks what `wanted` has, `undefined` where there is none: objects may have more keys,
 * lists must have as many entries, and in wanted text `*` stands for any run of characters.
 */
export function firstDifference(value: unknown, wanted: unknown, path: Path = []): Difference | undefined {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(value) || value.length !== wanted.length) return { path, wanted, there: value };
    return firstOf(wanted.keys(), (key) => firstDifference(value[key], wanted[key], [...path, key]));
  }
  if (isObject(wanted)) {
    if (!isObject(value)) return { path, wanted, there: value };
    return firstOf(Object.keys(wanted), (key) =>
      firstDifference(child(value, key), wanted[key], [...path, key]),
    );
  }
  const same = typeof wanted === 'string' && isScalar(value) ? fits(wanted, String(value)) : value === wanted;
  return same ? undefined : { path, wanted, there: value };
}

function firstOf<Key>(
  keys: Iterable<Key>,
  look: (key: Key) => Difference | undefined,
): Difference | undefined {
  for (const key of keys) {
    const difference = look(key);
    if (difference) return difference;
  }
  return undefined;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
