import * as z from 'zod/mini';
import { entry } from '../connector/transcript/entry-schema.ts';
import { finding, where } from '../invoke/finding-schema.ts';
import { fits, type ShapeOf } from '../payload/check/fits.ts';
import { badBlob, blobFormat } from './blob.ts';
import type { ConversationResult, Failure, TestReport } from './result.ts';

const failure: z.ZodMiniType<Failure> = z.looseObject({
  turn: z.number(),
  input: z.string(),
  check: z.string(),
  expected: z.array(z.string()),
  actual: z.array(z.string()),
  where,
  hint: z.exactOptional(z.string()),
} satisfies ShapeOf<Failure>);

const result: z.ZodMiniType<ConversationResult> = z.looseObject({
  file: z.string(),
  name: z.string(),
  function: z.string(),
  generation: z.enum(['v1', 'v2']),
  where,
  pass: z.boolean(),
  failures: z.array(failure),
  warnings: z.array(finding),
  turns: z.looseObject({ played: z.number(), all: z.number() }),
  transcript: z.array(entry),
  elapsed: z.number(),
} satisfies ShapeOf<ConversationResult>);

const report: z.ZodMiniType<TestReport> = z.looseObject({
  results: z.array(result),
  skipped: z.array(z.looseObject({ file: z.string(), name: z.string(), where, reason: z.string() })),
  broken: z.array(z.looseObject({ file: z.string(), findings: z.array(finding) })),
  snapshots: z.looseObject({
    written: z.number(),
    updated: z.number(),
    removed: z.number(),
    obsolete: z.array(z.string()),
  }),
  shard: z.nullable(z.looseObject({ index: z.number(), count: z.number() })),
  elapsed: z.number(),
} satisfies ShapeOf<TestReport>);

const blob = z.looseObject({ format: z.literal(blobFormat), report });

/** The report in a blob. Throws `bad-blob`. */
export function fromBlob(text: string, file: string): TestReport {
  const value = json(text);
  if (fits(blob, value)) return value.report;
  throw badBlob(
    `${file} is no report of this version of lpf-emulator test`,
    'write it with: lpf-emulator test --reporter blob=report-1.json',
    file,
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
