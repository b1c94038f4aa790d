import type * as z from 'zod/mini';
import { suggest } from '../../platform/suggest.ts';
import type { Complaint } from './complaint.ts';
import { childOf, namedKeys, unknownKeys } from './known-keys.ts';
import { formatPath, isObject, type Path } from '../document/path.ts';

/**
 * Keys of `value` that no schema forbids but that look like a misspelling of one that it names and that is not there:
 * the platform would ignore them.
 */
export function nearMisses(schema: z.ZodMiniType, value: unknown): Complaint[] {
  return misses(schema, value, []);
}

function misses(schema: z.core.$ZodType | undefined, value: unknown, path: Path): Complaint[] {
  if (!schema) return [];
  if (Array.isArray(value))
    return value.flatMap((item, at) => misses(childOf(schema, at), item, [...path, at]));
  if (!isObject(value)) return [];
  const known = namedKeys(schema);
  const absent = known.filter((key) => !Object.hasOwn(value, key));
  const here = unknownKeys(value, known).flatMap((key) => {
    const near = suggest(key, absent);
    return near === undefined ? [] : [miss([...path, key], near)];
  });
  const below = Object.entries(value).flatMap(([key, child]) =>
    misses(childOf(schema, key), child, [...path, key]),
  );
  return [...here, ...below];
}

function miss(path: Path, near: string): Complaint {
  const message = `${formatPath(path)} is not a known key`;
  return { path, at: path, spot: 'key', message, hint: `did you mean "${near}"?`, severity: 'warning' };
}
