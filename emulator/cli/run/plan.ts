import { availableParallelism } from 'node:os';
import { Invoker } from '../../invoke/invoker.ts';
import { type Generation, generations } from '../../platform/generations.ts';
import { parseLimits } from '../../platform/limit-value.ts';
import type { Limits } from '../../platform/limits.ts';
import type { Project } from '../../project/project.ts';
import type { Engine } from '../../runtime/protocol.ts';
import type { Passage } from '../../runtime/outbound/passage.ts';
import { type Reporter, reportersOf } from '../reporters.ts';
import { wholeNumber } from '../whole-number.ts';
import { assertComparable } from './comparable.ts';
import type { RunOptions } from './run-options.ts';

/** What a run is to do, its flags read. */
export interface RunPlan {
  /** Functions; `undefined` for all of them. */
  names: string[] | undefined;
  generations: readonly Generation[];
  /** Names of the payloads to be fed; all of them where there is none. */
  payloads: string[];
  engine: Engine;
  limits: Partial<Limits>;
  matrix: { repeat: number; cold: boolean; concurrency: number; attempts?: number };
  /** What answers requests that neither a mock nor the account does. */
  passage: Passage | undefined;
  reporters: Reporter[];
  /** Whether the generations are compared. */
  diff: boolean;
  /** Whether updated secrets are written back. */
  writeSecrets: boolean;
}

/** Reads the flags; `passage` is what they open. Throws `bad-usage`, `unknown-limit` or `bad-limit`. */
export function planOf(names: string[], options: RunOptions, passage?: Passage): RunPlan {
  const { generation = 'all', concurrency = String(availableParallelism()) } = options;
  if (options.diff) assertComparable(options);
  return {
    names: names.length > 0 ? names : undefined,
    generations: generation === 'all' ? generations : [generation],
    payloads: options.payload,
    engine: options.engine,
    limits: parseLimits(options.limit),
    matrix: {
      repeat: wholeNumber('--repeat', options.repeat),
      cold: options.cold === true,
      concurrency: wholeNumber('--concurrency', concurrency),
      // To ask a real network again may change what is there.
      ...(passage?.live && { attempts: 1 }),
    },
    passage,
    reporters: reportersOf(options.reporter, options.json === true),
    diff: options.diff === true,
    writeSecrets: options.writeSecrets === true,
  };
}

/** Children that are started before it is known which bundles there are. */
const mostAhead = 6;

/** An invoker whose children start at once, as many as `bundles` will need. */
export function startInvoker(
  { engine, limits, passage }: RunPlan,
  { root, settings }: Pick<Project, 'root' | 'settings'>,
  bundles: number,
): Invoker {
  const invoker = new Invoker({ root, settings, engine, limits, passage });
  invoker.startAhead(Math.min(bundles, mostAhead));
  return invoker;
}
