import type * as z from 'zod/mini';
import { isObject, type Path } from './path.ts';

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
  const def = definition(unwrapped(schema));
  if (def.type === 'array') return def.element;
  if (def.type === 'record') return def.valueType;
  return def.type === 'object' ? def.shape[key] : undefined;
}

/** The keys that `schema` itself names; none where it is no schema of an object. */
export function namedKeys(schema: z.core.$ZodType | undefined): string[] {
  if (!schema) return [];
  const def = definition(unwrapped(schema));
  return def.type === 'object' ? Object.keys(def.shape) : [];
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const def = definition(schema);
  return def.type === 'optional' || def.type === 'nullable' ? unwrapped(def.innerType) : schema;
}

type Definition = z.core.$ZodTypes['_zod']['def'];

/** Every schema of the functional API carries its definition; its declared type hides that. */
function definition(schema: z.core.$ZodType): Definition {
  return (schema as unknown as { def: Definition }).def;
}
