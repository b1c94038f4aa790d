import * as z from 'zod/mini';
import { faults, type Mock } from './mock.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const scalar = z.union([z.string(), z.number(), z.boolean()]);

const method = z
  .string()
  .check(z.refine((text) => methods.includes(text.toUpperCase()), `must be one of ${methods.join(', ')}`));

const url = z
  .string()
  .check(
    z.refine(
      (text) => /^(https?:\/\/|\*)/.test(text),
      'must be a whole URL (http:// or https://), * for any part',
    ),
  );

const base64 = z
  .string()
  .check(z.refine((text) => /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text), 'must be base64'));

/** What is wrong with a mock although each of its keys is right. */
const together: readonly { key: keyof Mock; wrong: (mock: Mock) => boolean; must: string }[] = [
  {
    key: 'query',
    wrong: ({ query, url: pattern }) => query !== undefined && pattern.includes('?'),
    must: 'must stand alone: with it the url has no query string of its own',
  },
  {
    key: 'file',
    wrong: ({ body, base64: bytes, file }) => file !== undefined && (body ?? bytes) !== undefined,
    must: 'must be the only body: give one of body, base64 and file',
  },
  {
    key: 'base64',
    wrong: ({ body, base64: bytes }) => bytes !== undefined && body !== undefined,
    must: 'must be the only body: give one of body, base64 and file',
  },
  {
    key: 'fault',
    wrong: ({ fault, delay }) => fault === 'slow-body' && !delay,
    must: 'must come with a delay in milliseconds: so long takes a slow body',
  },
  {
    key: 'fault',
    wrong: ({ fault, url: pattern }) => fault === 'bad-tls' && pattern.startsWith('http:'),
    must: 'must be another one: there is no TLS at an http:// address',
  },
  {
    key: 'fault',
    wrong: ({ fault, ...rest }) => isSilent(fault) && answerKeys.some((key) => rest[key] !== undefined),
    must: `must be left out, or else status, headers and body: with refused, reset and timeout no answer comes`,
  },
];

const answerKeys = ['status', 'headers', 'body', 'base64', 'file'] as const;

function isSilent(fault: Mock['fault']): boolean {
  return fault === 'refused' || fault === 'reset' || fault === 'timeout';
}

/** One declared outbound answer, as `Mock` says. */
export const mock = z
  .strictObject({
    method: z.optional(method),
    url,
    query: z.optional(z.record(z.string(), z.union([scalar, z.array(scalar)]))),
    requestHeaders: z.optional(z.record(z.string(), z.string())),
    requestBody: z.optional(z.unknown()),
    status: z.optional(z.int().check(z.minimum(200), z.maximum(599))),
    headers: z.optional(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
    body: z.optional(z.unknown()),
    base64: z.optional(base64),
    file: z.optional(z.string()),
    delay: z.optional(z.number().check(z.minimum(0))),
    fault: z.optional(z.enum(faults)),
    times: z.optional(z.int().check(z.minimum(1))),
  })
  .check(
    ...together.map(({ key, wrong, must }) =>
      z.refine((value: unknown) => !wrong(value as Mock), { error: must, path: [key] }),
    ),
  );
