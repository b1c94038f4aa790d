import type * as z from 'zod/mini';

/** Whether a value is as `schema` describes it; the value stays what it is, in the order that its keys have. */
export function fits<Value>(schema: z.ZodMiniType<Value>, value: unknown): value is Value {
  return schema.safeParse(value).success;
}

/** What `z.looseObject` is given for a `Value`; one that forgets a key, optional ones too, does not compile. */
export type ShapeOf<Value> = { [Key in keyof Value]-?: z.ZodMiniType<Value[Key]> };
