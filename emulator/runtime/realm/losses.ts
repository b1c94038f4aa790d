import type { Loss } from '../protocol.ts';

/** Enough for any answer that a caller accepts; a bound, so that a huge answer is not walked for long. */
const nodes = 20_000;
const reported = 10;

/** What JSON would silently lose or change in `value`, by path. An undefined property is no loss: it means absent. */
export function findLosses(value: unknown): Loss[] {
  const losses: Loss[] = [];
  let seen = 0;

  const visit = (inner: unknown, path: string, above: unknown[]): void => {
    if (losses.length >= reported || (seen += 1) > nodes) return;
    const what = lossOf(inner, above);
    if (what) losses.push({ path: path || '(the answer)', what });
    else if (Array.isArray(inner))
      inner.forEach((item, index) => visitItem(item, `${path}[${index}]`, [...above, inner]));
    else if (typeof inner === 'object' && inner !== null && !hasToJson(inner)) {
      for (const key of Object.keys(inner)) {
        const property = (inner as Record<string, unknown>)[key];
        if (property !== undefined) visit(property, path ? `${path}.${key}` : key, [...above, inner]);
      }
    }
  };
  const visitItem = (item: unknown, path: string, above: unknown[]): void => {
    if (item === undefined) losses.push({ path, what: 'undefined in an array becomes null' });
    else visit(item, path, above);
  };

  visit(value, '', []);
  return losses;
}

function lossOf(value: unknown, above: unknown[]): string | undefined {
  switch (typeof value) {
    case 'bigint':
      return 'a BigInt makes JSON fail';
    case 'function':
    case 'symbol':
      return `a ${typeof value} is dropped`;
    case 'number':
      return Number.isFinite(value) ? undefined : `${value} becomes null`;
    case 'object':
      return value === null ? undefined : lossOfObject(value, above);
    default:
      return undefined;
  }
}

function lossOfObject(value: object, above: unknown[]): string | undefined {
  if (above.includes(value)) return 'a circular reference makes JSON fail';
  if (hasToJson(value)) return undefined;
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  const emptied = ['Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'RegExp', 'Error', 'ArrayBuffer'];
  if (emptied.includes(kind)) return `a ${kind} becomes {}`;
  return ArrayBuffer.isView(value) ? `a ${kind} becomes an object with a key for every byte` : undefined;
}

function hasToJson(value: object): boolean {
  return typeof (value as { toJSON?: unknown }).toJSON === 'function';
}
