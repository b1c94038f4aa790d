import * as z from 'zod/mini';
import type { ShapeOf } from '../payload/check/fits.ts';
import type { ServiceChange } from '../services/change.ts';
import { finding } from './finding-schema.ts';
import type { Frame, InvocationError, InvocationRecord, LogEntry, OutboundCall } from './record.ts';

const frame: z.ZodMiniType<Frame> = z.looseObject({
  function: z.nullable(z.string()),
  file: z.string(),
  line: z.number(),
  column: z.number(),
} satisfies ShapeOf<Frame>);

const error: z.ZodMiniType<InvocationError> = z.looseObject({
  code: z.string(),
  message: z.string(),
  frames: z.array(frame),
} satisfies ShapeOf<InvocationError>);

const log: z.ZodMiniType<LogEntry> = z.looseObject({
  level: z.enum(['Debug', 'Info', 'Warn', 'Error']),
  message: z.string(),
  extras: z.array(z.unknown()),
  at: z.number(),
} satisfies ShapeOf<LogEntry>);

const call: z.ZodMiniType<OutboundCall> = z.looseObject({
  method: z.string(),
  url: z.string(),
  status: z.nullable(z.number()),
  source: z.enum(['mock', 'service', 'replay', 'live', 'refused']),
  start: z.number(),
  duration: z.number(),
  error: z.exactOptional(z.string()),
} satisfies ShapeOf<OutboundCall>);

const change: z.ZodMiniType<ServiceChange> = z.looseObject({
  service: z.string(),
  operation: z.string(),
  target: z.string(),
  value: z.exactOptional(z.unknown()),
  at: z.number(),
} satisfies ShapeOf<ServiceChange>);

/** A record of an invocation, as a file of ours holds it. */
export const record: z.ZodMiniType<InvocationRecord> = z.looseObject({
  id: z.string(),
  function: z.string(),
  generation: z.enum(['v1', 'v2']),
  engine: z.enum(['node', 'vm2']),
  event: z.nullable(z.string()),
  payload: z.string(),
  bundle: z.looseObject({ hash: z.string(), characters: z.number() }),
  start: z.enum(['cold', 'warm']),
  outcome: z.enum([
    'ok',
    'failed',
    'crashed',
    'timeout',
    'out-of-memory',
    'log-limit',
    'no-answer',
    'invalid-result',
  ]),
  result: z.exactOptional(z.unknown()),
  error: z.exactOptional(error),
  logs: z.array(log),
  calls: z.array(call),
  services: z.array(change),
  called: z.exactOptional(z.array(z.lazy(() => record))),
  timings: z.looseObject({
    coldStart: z.number(),
    wall: z.number(),
    active: z.nullable(z.number()),
    waiting: z.nullable(z.number()),
    projected: z.nullable(z.number()),
  }),
  memory: z.looseObject({ heapPeak: z.number(), externalPeak: z.number() }),
  attempts: z.exactOptional(z.array(z.number())),
  verdict: z.looseObject({ pass: z.boolean(), findings: z.array(finding) }),
} satisfies ShapeOf<InvocationRecord>);
