import * as z from 'zod/mini';
import { secretFailures } from '../../platform/secret-failures.ts';
import { mock } from '../mock/mock-schema.ts';

const text = z.string().check(z.minLength(1));
const seconds = z.int().check(z.minimum(1));
const milliseconds = z.number().check(z.minimum(0));
const properties = z.record(z.string(), z.unknown());

const moment = z
  .string()
  .check(
    z.refine((value) => !Number.isNaN(Date.parse(value)), 'must be a time such as 2026-03-01T09:00:00Z'),
  );
const uuid = z
  .string()
  .check(
    z.refine((value) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value), 'must be a uuid in text'),
  );
const host = z
  .string()
  .check(
    z.refine((value) => /^[a-z\d][a-z\d.-]*$/i.test(value), 'must be a host without https:// or a path'),
  );

const answering = { delay: z.optional(milliseconds), fault: z.optional(z.enum(secretFailures)) };

const message = z.looseObject({
  type: z.string(),
  messageData: z.looseObject({}),
  timeL: z.number(),
  sentBy: z.string(),
});
const attributes = z.looseObject({ events: z.array(z.looseObject({})) });

/** The content of a conversation that the toolbelt looks into; the rest is as the API has it. */
const content = {
  info: z.optional(z.looseObject({})),
  messageRecords: z.optional(z.array(message)),
  sdes: z.optional(attributes),
  unAuthSdes: z.optional(attributes),
};

/** A conversation in a file of its own. */
export const conversationRecord = z.looseObject(content);

/** The API's whole answer, as it comes when a record is copied from there. */
export const conversationAnswer = z.looseObject({
  conversationHistoryRecords: z.array(conversationRecord).check(z.minLength(1)),
});

const ofPayload = {
  clock: z.optional(moment),
  services: z.optional(z.record(z.string(), z.union([host, z.literal(false)]))),
  clients: z.optional(
    z.array(
      z.strictObject({ id: text, secret: text, scope: z.optional(text), expiresIn: z.optional(seconds) }),
    ),
  ),
  conversations: z.optional(
    z.record(z.string(), z.looseObject({ file: z.optional(z.string()), ...content })),
  ),
  context: z.optional(
    z.strictObject({
      apiKeys: z.optional(z.array(text)),
      namespaces: z.optional(
        z.record(
          z.string(),
          z.strictObject({
            ttl: z.optional(seconds),
            sessions: z.optional(z.record(z.string(), properties)),
          }),
        ),
      ),
    }),
  ),
  monitoring: z.optional(
    z.strictObject({ visits: z.optional(z.array(z.strictObject({ visitorId: text, sessionId: text }))) }),
  ),
  files: z.optional(
    z.strictObject({
      user: z.optional(text),
      key: z.optional(text),
      stored: z.optional(
        z.record(z.string(), z.strictObject({ text: z.string(), contentType: z.optional(text) })),
      ),
    }),
  ),
  mtls: z.optional(z.array(text)),
  secrets: z.optional(
    z.strictObject({ ...answering, keys: z.optional(z.record(z.string(), z.strictObject(answering))) }),
  ),
};

/** `account:` in a payload file. */
export const payloadAccount = z.strictObject(ofPayload);

/** `account.yaml`; the uuids of functions are the project's, not one payload's, whose mocks stand beside `account:`. */
export const projectAccount = z.strictObject({
  ...ofPayload,
  functions: z.optional(z.record(z.string(), uuid)),
  mocks: z.optional(z.array(mock)),
});
