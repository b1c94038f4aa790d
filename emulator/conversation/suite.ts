import { isEmulatorError } from '../errors.ts';
import { unlessDropped } from '../invoke/unless-dropped.ts';
import type { Generation } from '../platform/generations.ts';
import type { Script } from './conversation-file.ts';
import { perform, type Performance } from './perform.ts';
import type { BrokenFile, ConversationResult, Shard, SkippedConversation, SnapshotCounts } from './result.ts';
import { type Compared, compareSnapshot } from './snapshot/compare.ts';
import { snapshotFileOf } from './snapshot/name.ts';
import { type SnapshotMode, SnapshotStore } from './snapshot/store.ts';
import { invokersFor, type StageOptions } from './stage.ts';
import { type Played, tellUnusedShared } from './unused-mocks.ts';
import { type Job, sortUsable } from './usable.ts';

/** How conversations are played. */
export interface SuiteOptions {
  stage: Omit<StageOptions, 'generation'>;
  generations: readonly Generation[];
  /** Conversations that are played side by side. */
  concurrency: number;
  snapshots: SnapshotMode;
  /** Ends the conversations that are being played, and with them the suite, which then throws. */
  signal?: AbortSignal | undefined;
  /** Told before the first play how many there will be. */
  onStart?(plays: number): void;
  onResult(performance: Performance): void | Promise<void>;
}

/** What came of them: results in the order of `scripts`, then of the generations. */
export interface SuiteOutcome {
  results: ConversationResult[];
  /** Those whose functions cannot be used. */
  skipped: SkippedConversation[];
  snapshots: SnapshotCounts;
  /** Functions and files of snapshots that cannot be used. */
  broken: BrokenFile[];
}

/** The part of `scripts` that a shard plays: every n-th one, so that long files are spread. */
export function shardOf(scripts: readonly Script[], { index, count }: Shard): Script[] {
  return scripts.filter((_, at) => at % count === index - 1);
}

/**
 * Plays `scripts`, several side by side, none of which sees anything of the others. `all` are the scripts of the same
 * files, played or not: a stored snapshot that none of them has is obsolete.
 */
export async function playSuite(
  scripts: readonly Script[],
  all: readonly Script[],
  options: SuiteOptions,
): Promise<SuiteOutcome> {
  const { stores, broken } = await openStores(all);
  const asked = (await Promise.all(scripts.map((script) => jobsOf(script, options)))).flat();
  const { playable: jobs, skipped, broken: unusable } = await sortUsable(asked, options.stage);
  options.onStart?.(jobs.length);
  const invokers = invokersFor(options.stage);
  const stage = { ...options.stage, invokers };
  const played: Played[] = [];
  const counts: SnapshotCounts = { written: 0, updated: 0, removed: 0, obsolete: [] };
  const queue = [...jobs.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [at, { script, generation }] = next;
      const performance = await perform(script, { ...stage, generation });
      const compared = compare(script, performance, stores.get(script.path), options.snapshots);
      if (compared?.became === 'written') counts.written += 1;
      if (compared?.became === 'updated') counts.updated += 1;
      const { result, unused } = performance;
      played[at] = { script, result, unused };
      await options.onResult(performance);
    }
  };
  const workers = Math.min(options.concurrency, queue.length);
  try {
    await unlessDropped(
      options.signal,
      () => {
        queue.length = 0;
        return invokers.abandon();
      },
      () => Promise.all(Array.from({ length: workers }, work)),
    );
  } finally {
    await invokers.close();
  }
  tellUnusedShared(played, all);
  await finish(stores, all, options.snapshots, counts);
  const results = played.map(({ result }) => result);
  return { results, skipped, snapshots: counts, broken: [...unusable, ...broken] };
}

/** A hand-written bot is played once: on another generation than its own it would only be the same again. */
async function jobsOf(
  script: Script,
  { generations, stage: { functions, botSource } }: Pick<SuiteOptions, 'generations' | 'stage'>,
): Promise<Job[]> {
  const all = generations.map((generation) => ({ script, generation }));
  if (all.length === 1 || botSource) return all;
  const own = await Promise.all(
    generations.map((generation) => functions.generationOf(script.function, generation)),
  );
  return all.filter(({ generation }, index) => own[index] === generation);
}

/** A conversation that fell short is not compared: what its bot did is not what it should do. */
function compare(
  script: Script,
  { result, ...rest }: Performance,
  store: SnapshotStore | undefined,
  mode: SnapshotMode,
): Compared | undefined {
  if (!script.snapshot || !store || !result.pass) return undefined;
  const compared = compareSnapshot({ result, ...rest }, store, mode);
  result.failures.push(...compared.failures);
  result.pass = result.failures.length === 0;
  return compared;
}

/** What is stored for each file; what cannot be read holds up nobody. */
async function openStores(
  all: readonly Script[],
): Promise<{ stores: Map<string, SnapshotStore>; broken: BrokenFile[] }> {
  const stores = new Map<string, SnapshotStore>();
  const broken: BrokenFile[] = [];
  for (const [path, file] of new Map(all.map((script) => [script.path, script.file]))) {
    try {
      stores.set(path, await SnapshotStore.open(path, file));
    } catch (error) {
      if (!isEmulatorError(error)) throw error;
      broken.push({ file: snapshotFileOf(file), findings: [error.finding] });
    }
  }
  return { stores, broken };
}

/** Tells what is stored for nobody, or takes it out, and writes what has changed. */
async function finish(
  stores: ReadonlyMap<string, SnapshotStore>,
  all: readonly Script[],
  mode: SnapshotMode,
  counts: SnapshotCounts,
): Promise<void> {
  for (const [path, store] of stores) {
    const own = all.filter((script) => script.path === path);
    const wanted = new Set(own.filter(({ snapshot }) => snapshot).map(({ name }) => name));
    for (const name of store.names.filter((each) => !wanted.has(each))) {
      if (mode === 'update') {
        store.delete(name);
        counts.removed += 1;
      } else counts.obsolete.push(`${own[0]?.file}: ${name}`);
    }
    await store.save();
  }
}
