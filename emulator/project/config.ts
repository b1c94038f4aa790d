import * as z from 'zod/mini';
import { callersWithoutEvent, noEvent } from '../platform/events.ts';
import { didYouMean } from '../platform/suggest.ts';
import type { Keys } from './misspelt-keys.ts';

/** lpf's own `config.json`, with both generations' spelling of the environment read into one. */
export interface FunctionConfig {
  name: string;
  /** The event id; for a function without an event the kind of its `caller`, or `null` where it names none. */
  event: string | null;
  /** Empty where the file has none; the bundler judges it. */
  description: string;
  input: { headers: Header[]; timestamp?: number; payload: unknown };
  environmentVariables: { key: string; value: string }[];
}

/** A header as the platform hands it to a function: a pair, not a map. */
export interface Header {
  key: string;
  value: string;
}

const text = z.string('must be text');
const pair = z.object({ key: text, value: text }, 'must be an object with "key" and "value"');
const pairs = z.array(pair, 'must be an array of { "key", "value" }');
const map = z.record(z.string(), text, 'must be an array of { "key", "value" } or an object of texts');

/** v1 spells pairs as an array, v2 as an object; what is neither is judged as an array when it looks like one. */
const pairsOrMap = z.pipe(
  z.custom(),
  z.transform((value: unknown, context) => {
    const schema = Array.isArray(value) ? pairs : map;
    const parsed = schema.safeParse(value);
    if (parsed.success) return asPairs(parsed.data);
    for (const { path, message } of parsed.error.issues) {
      context.issues.push({ code: 'custom', path, message, input: value });
    }
    return z.NEVER;
  }),
);

const input = z.object(
  {
    headers: z.optional(pairsOrMap),
    timestamp: z.optional(z.number('must be a number: milliseconds since 1970')),
    payload: z.optional(z.unknown()),
  },
  'must be an object',
);

const event = z.string('must be an event id, "No Event" or null').check(
  z.refine((value) => !callersWithoutEvent.includes(value), {
    error: ({ input: value }) => `is no event: write "event": "No Event" and "caller": "${String(value)}"`,
  }),
);

/** Ours: who calls a function that no event calls, so that its payloads and the contract of its answer are known. */
const caller = z.string('must be text').check(
  z.refine((value) => callersWithoutEvent.includes(value), {
    error: ({ input: value }) =>
      `must be one of ${callersWithoutEvent.join(', ')}.${didYouMean(String(value), callersWithoutEvent)}`,
  }),
);

/** The keys that are read of it. */
export const configKeys: Keys = {
  name: null,
  event: null,
  caller: null,
  description: null,
  input: { headers: null, timestamp: null, payload: null },
  environmentVariables: null,
};

/** The text of `config.json`, parsed as far as JSON goes, in; what the rest of the emulator reads out. */
export const configSchema: z.ZodMiniType<FunctionConfig> = z.pipe(
  z.object(
    {
      name: z.string('must be text: the name of the folder'),
      event: z.optional(z.nullable(event)),
      caller: z.optional(caller),
      description: z.optional(text),
      input: z.optional(input),
      environmentVariables: z.optional(pairsOrMap),
    },
    'must hold an object',
  ),
  z.transform((raw) => ({
    name: raw.name,
    event: raw.event && raw.event !== noEvent ? raw.event : (raw.caller ?? null),
    description: raw.description ?? '',
    input: {
      headers: raw.input?.headers ?? [],
      ...(raw.input?.timestamp !== undefined && { timestamp: raw.input.timestamp }),
      payload: raw.input?.payload === undefined ? {} : raw.input.payload,
    },
    environmentVariables: (raw.environmentVariables ?? []).filter((variable) => !isPlaceholder(variable)),
  })),
);

function asPairs(value: z.infer<typeof pairs> | z.infer<typeof map>): Header[] {
  return Array.isArray(value) ? value : Object.entries(value).map(([key, each]) => ({ key, value: each }));
}

/** The entry that lpf puts into a new function's config. Source: github.com/LivePersonInc/faas-cli, its example function. */
function isPlaceholder({ key, value }: { key: string; value: string }): boolean {
  return key === '' || (key === 'key' && value === 'value');
}
