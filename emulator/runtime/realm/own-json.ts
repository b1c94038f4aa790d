/** Taken before a bundle is loaded: what a function makes of `JSON` and `Object` later is its own affair. */
export const { parse, stringify } = JSON;
const { hasOwn, setPrototypeOf } = Object;
const { isArray } = Array;

/** JSON text of data of the emulator's own. */
export function ownJson(data: unknown): string {
  return stringify(untouched(data));
}

/**
 * `data` as it comes out of JSON, whatever the function has put on the prototypes: a `toJSON` there would speak for
 * every object that is written, the emulator's own messages among them.
 */
export function untouched<T>(data: T): T {
  return 'toJSON' in [] ? (withoutPrototypes(data) as T) : data;
}

function withoutPrototypes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copy = setPrototypeOf(isArray(value) ? [] : {}, null) as Record<string, unknown>;
  const fields = value as Record<string, unknown>;
  for (const name in fields) {
    if (hasOwn(fields, name)) copy[name] = withoutPrototypes(fields[name]);
  }
  return copy;
}
