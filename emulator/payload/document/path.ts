/** A step into a value: a key of an object or an index of a list. */
export type Step = string | number;

/** The way to a value inside a payload or an answer. */
export type Path = readonly Step[];

/** A path as people write it, such as `context.lpEvent["@id"]` or `messages[2].text`. */
export function formatPath(path: Path): string {
  return pathOf('', path);
}

/** The steps as people write them behind `base`, itself a path. */
export function pathOf(base: string, steps: Path): string {
  return steps.reduce<string>((path, step) => path + formatKey(step, path === ''), base);
}

function formatKey(key: Step, first: boolean): string {
  if (typeof key === 'number') return `[${key}]`;
  if (!/^[\w$-]+$/.test(key)) return `[${JSON.stringify(key)}]`;
  return first ? key : `.${key}`;
}

/** Whether `value` is an object with keys, neither `null` nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own value of `key` in `value`, `undefined` where there is none; nothing is taken from a prototype. */
export function child(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}

/** The value at `path`, `undefined` where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(child, value);
}
