import { formatPath, isObject, type Path } from '../payload/document/path.ts';

/** One place where two values differ; the side that has nothing there is absent. */
export interface Difference {
  path: string;
  before?: unknown;
  after?: unknown;
}

/**
 * The places where `after` differs from `before`, both as JSON has them, from the outside in: what differs as a whole is
 * told as a whole. In a list that has grown or shrunk, what is the same at its head and at its tail stays paired; paths
 * count in `after`, and what is gone in `before`.
 */
export function differences(before: unknown, after: unknown, path: Path = []): Difference[] {
  if (same(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, path);
  if (isObject(before) && isObject(after)) return inObjects(before, after, path);
  return [{ path: formatPath(path), before, after }];
}

function inObjects(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  path: Path,
): Difference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const here = [...path, key];
    if (!Object.hasOwn(before, key)) return [{ path: formatPath(here), after: after[key] }];
    if (!Object.hasOwn(after, key)) return [{ path: formatPath(here), before: before[key] }];
    return differences(before[key], after[key], here);
  });
}

function inLists(before: readonly unknown[], after: readonly unknown[], path: Path): Difference[] {
  const shorter = Math.min(before.length, after.length);
  const head = countWhile(shorter, (at) => same(before[at], after[at]));
  const tail = countWhile(shorter - head, (at) =>
    same(before[before.length - 1 - at], after[after.length - 1 - at]),
  );
  const old = before.slice(head, before.length - tail);
  const fresh = after.slice(head, after.length - tail);
  const places = Array.from({ length: Math.max(old.length, fresh.length) }, (_, at) => at);
  return places.flatMap((at) => {
    const here = [...path, head + at];
    if (at >= old.length) return [{ path: formatPath(here), after: fresh[at] }];
    if (at >= fresh.length) return [{ path: formatPath(here), before: old[at] }];
    return differences(old[at], fresh[at], here);
  });
}

function countWhile(limit: number, holds: (at: number) => boolean): number {
  let count = 0;
  while (count < limit && holds(count)) count += 1;
  return count;
}

/** The order of keys is no difference. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    return one.every((each, at) => same(each, other[at]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]));
}
