import * as z from 'zod/mini';

/** What may be missing, or `null`. */
export function optional<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.optional(z.nullable(schema));
}
