import type * as z from 'zod/mini';
import { isObject, type Path } from '../document/path.ts';

/** The keys that `schema` names for the object at `path`; none where it names none. */
export function knownKeys(schema: z.ZodMiniType, path: Path): string[] {
  let current: z.core.$ZodType | undefined = schema;
  for (const key of path) current = current && childOf(current, key);
  return namedKeys(current);
}

/** Keys of `value` that are none of `known`. */
export function unknownKeys(value: unknown, known: readonly string[]): string[] {
  return isObject(value) ? Object.keys(value).filter((key) => !known.includes(key)) : [];
}

/** What `schema` says about the value of `key`; `undefined` where it says nothing. */
export function childOf(schema: z.core.$ZodType, key: string | number): z.core.$ZodType | undefined {
  for (const def of formsOf(schema)) {
    if (def.type === 'array' && typeof key === 'number') return def.element;
    if (def.type === 'record') return def.valueType;
    if (def.type === 'object' && Object.hasOwn(def.shape, key)) return def.shape[key];
  }
  return undefined;
}

/** The keys that `schema` itself names; none where it is no schema of an object. */
export function namedKeys(schema: z.core.$ZodType | undefined): string[] {
  const object = schema && formsOf(schema).find((def) => def.type === 'object');
  return object ? Object.keys(object.shape) : [];
}

/** What a value may be, where there are several. */
function formsOf(schema: z.core.$ZodType): Definition[] {
  const def = definition(schema);
  if (def.type === 'optional' || def.type === 'nullable') return formsOf(def.innerType);
  return def.type === 'union' ? def.options.flatMap(formsOf) : [def];
}

type Definition = z.core.$ZodTypes['_zod']['def'];

/** Every schema of the functional API carries its definition; its declared type hides that. */
function definition(schema: z.core.$ZodType): Definition {
  return (schema as unknown as { def: Definition }).def;
}
