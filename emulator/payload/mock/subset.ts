import { child, isObject, type Path } from '../document/path.ts';
import { fits } from './pattern.ts';

/** Where a value is not what is wanted. */
export interface Difference {
  path: Path;
  wanted: unknown;
  /** `undefined` where there is nothing. */
  there: unknown;
}

/** Whether a value as a whole is what is wanted; `undefined` where its parts have to tell. */
export type FitsWhole = (value: unknown, wanted: unknown) => boolean | undefined;

/**
 * The first place where `value` lacks what `wanted` has, `undefined` where there is none: objects may have more keys,
 * lists must have as many entries, and in wanted text `*` stands for any run of characters, unless `fitsWhole` says
 * otherwise.
 */
export function firstDifference(
  value: unknown,
  wanted: unknown,
  fitsWhole: FitsWhole = fitsPattern,
  path: Path = [],
): Difference | undefined {
  const difference = { path, wanted, there: value };
  const whole = fitsWhole(value, wanted);
  if (whole !== undefined) return whole ? undefined : difference;
  if (typeof wanted !== 'object' || wanted === null) return value === wanted ? undefined : difference;
  if (!isSameKind(value, wanted)) return difference;
  for (const key of Array.isArray(wanted) ? wanted.keys() : Object.keys(wanted)) {
    const found = firstDifference(child(value, key), child(wanted, key), fitsWhole, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

function isSameKind(value: unknown, wanted: object): boolean {
  if (!Array.isArray(wanted)) return isObject(value);
  return Array.isArray(value) && value.length === wanted.length;
}

function fitsPattern(value: unknown, wanted: unknown): boolean | undefined {
  return typeof wanted === 'string' && isScalar(value) ? fits(wanted, String(value)) : undefined;
}

/** Whether `value` is one that a text can be held against. */
export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
