import * as z from 'zod/mini';
import { payloadAccount } from '../account/account-schema.ts';
import { mock } from '../mock/mock-schema.ts';

const source = z.optional(z.string());
const inferred = z.optional(z.nullable(z.string()));

/** A fragment file: a value with its origin. */
export const fragmentFile = z.strictObject({ source, inferred, value: z.unknown() });

const header = z.strictObject({ key: z.string(), value: z.string() });

/** A whole payload file: an input with its mocks and its origin. */
export const payloadFile = z.strictObject({
  source,
  inferred,
  headers: z.optional(z.array(header)),
  timestamp: z.optional(z.number()),
  payload: z.unknown(),
  mocks: z.optional(z.array(mock)),
  account: z.optional(payloadAccount),
  recording: z.optional(z.string()),
});

/** What `--record` writes. */
export const recordingFile = z.strictObject({ recorded: z.string(), mocks: z.array(mock) });

/** What a payload file holds once it has been checked. */
export type PayloadFile = z.infer<typeof payloadFile>;
