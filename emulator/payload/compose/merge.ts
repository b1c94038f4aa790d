import { isObject } from '../document/path.ts';

/** `over` laid over `base`: objects key by key, however deep; anything else replaces what was there. */
export function merge(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(over).map(([key, value]): [string, unknown] => {
    const below = Object.hasOwn(base, key) ? base[key] : undefined;
    return [key, isObject(below) && isObject(value) ? merge(below, value) : value];
  });
  return Object.fromEntries([...Object.entries(base), ...entries]);
}
