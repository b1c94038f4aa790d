import { availableParallelism } from 'node:os';
import type { Shard } from '../../conversation/result.ts';
import type { SnapshotMode } from '../../conversation/snapshot/store.ts';
import { EmulatorError } from '../../errors.ts';
import { type Generation, generations } from '../../platform/generations.ts';
import { parseLimits } from '../../platform/limit-value.ts';
import type { Limits } from '../../platform/limits.ts';
import type { Engine } from '../../runtime/protocol.ts';
import type { EndpointBotFlags } from '../endpoint/bot-source.ts';
import { wholeNumber } from '../whole-number.ts';
import { type TestReporter, testReportersOf } from './reporters.ts';

/** Flags of `lpf-emulator test`. */
export interface TestOptions extends EndpointBotFlags {
  generation?: Generation | 'all';
  engine: Engine;
  name?: string;
  concurrency?: string;
  shard?: string;
  update?: true;
  transcripts?: string;
  limit: string[];
  reporter: string[];
  json?: true;
  watch?: true;
  schema?: true;
}

/** What a test is to do, its flags read. */
export interface TestPlan {
  /** Files, folders and names; `conversations/` where there are none. */
  asked: string[];
  generations: readonly Generation[];
  /** What the bots have to be written for; anything where it is missing. */
  writtenFor: Generation | undefined;
  engine: Engine;
  limits: Partial<Limits>;
  /** A part of the names of the conversations that are played; all where it is missing. */
  name: string | undefined;
  concurrency: number;
  shard: Shard | null;
  snapshots: SnapshotMode;
  /** Folder that transcripts are written to. */
  transcripts: string | undefined;
  reporters: TestReporter[];
  /** Where a Custom Endpoint is that answers in the functions' place, if `endpoint` is there. */
  endpoint: EndpointBotFlags;
}

/** Reads the flags. Throws `bad-usage`, `unknown-limit` or `bad-limit`. */
export function testPlanOf(asked: string[], options: TestOptions): TestPlan {
  const { generation = 'v2', concurrency = String(availableParallelism()), shard } = options;
  return {
    asked,
    generations: generation === 'all' ? generations : [generation],
    writtenFor: options.generation === 'all' ? undefined : options.generation,
    engine: options.engine,
    limits: parseLimits(options.limit),
    name: options.name,
    concurrency: wholeNumber('--concurrency', concurrency),
    shard: shard === undefined ? null : parseShard(shard),
    snapshots: snapshotMode(options.update === true, isCi()),
    transcripts: options.transcripts,
    reporters: testReportersOf(options.reporter, options.json === true),
    endpoint: options,
  };
}

/** `2/5` is the second of five parts. */
function parseShard(text: string): Shard {
  const { index = '', count = '' } = /^(?<index>\d{1,4})\/(?<count>\d{1,4})$/.exec(text)?.groups ?? {};
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new EmulatorError({
    code: 'bad-usage',
    message: `--shard takes a part and the number of parts, not "${text}"`,
    hint: 'write it like --shard 2/5: the second of five parts',
  });
}

/** In CI nothing is written: what is tested there is what was committed. */
function snapshotMode(update: boolean, ci: boolean): SnapshotMode {
  if (!ci) return update ? 'update' : 'write new';
  if (!update) return 'compare';
  throw new EmulatorError({
    code: 'bad-usage',
    message: '--update writes no snapshots where the variable CI is set',
    hint: 'update them on your own machine and commit them',
  });
}

function isCi(): boolean {
  const value = process.env['CI'] ?? '';
  return !['', '0', 'false'].includes(value);
}
