import { isObject } from '../document/path.ts';

/** What becomes of the parts of a value; what is not named stays. */
export interface Mapping {
  text: (text: string) => string;
  key?: (key: string) => string;
  number?: (number: number) => unknown;
  /** Gets each object and each list once its parts are mapped. */
  whole?: (mapped: unknown) => unknown;
}

/** JSON data, part by part as `mapping` makes it. */
export function mapData(value: unknown, mapping: Mapping): unknown {
  const { text, key = same, number = same, whole = same } = mapping;
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) return whole(value.map((each) => mapData(each, mapping)));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [key(name), mapData(each, mapping)]);
  return whole(Object.fromEntries(entries));
}

function same<T>(value: T): T {
  return value;
}
