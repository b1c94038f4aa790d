import * as z from 'zod/mini';

const source = z.optional(z.string());
const inferred = z.optional(z.nullable(z.string()));

/** A fragment file: a value with its origin. */
export const fragmentFile = z.strictObject({ source, inferred, value: z.unknown() });

const header = z.strictObject({ key: z.string(), value: z.string() });

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** One declared outbound answer, as `Mock` says. */
export const mock = z.strictObject({
  method: z.optional(
    z
      .string()
      .check(
        z.refine((method) => methods.includes(method.toUpperCase()), `must be one of ${methods.join(', ')}`),
      ),
  ),
  url: z
    .string()
    .check(
      z.refine(
        (url) => /^(https?:\/\/|\*)/.test(url),
        'must be a whole URL (http:// or https://), * for any part',
      ),
    ),
  status: z.optional(z.int().check(z.minimum(200), z.maximum(599))),
  headers: z.optional(z.record(z.string(), z.string())),
  body: z.optional(z.unknown()),
  delay: z.optional(z.number().check(z.minimum(0))),
});

/** A whole payload file: an input with its mocks and its origin. */
export const payloadFile = z.strictObject({
  source,
  inferred,
  headers: z.optional(z.array(header)),
  timestamp: z.optional(z.number()),
  payload: z.unknown(),
  mocks: z.optional(z.array(mock)),
});

/** What a payload file holds once it has been checked. */
export type PayloadFile = z.infer<typeof payloadFile>;
