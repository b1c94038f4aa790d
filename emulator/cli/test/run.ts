import { join } from 'node:path';
import { readConversationFile, type ReadFile } from '../../conversation/conversation-file.ts';
import { sortElsewhere } from '../../conversation/elsewhere.ts';
import { findFiles } from '../../conversation/find.ts';
import { named } from '../../conversation/named.ts';
import type { Performance } from '../../conversation/perform.ts';
import type { TestReport } from '../../conversation/result.ts';
import { startingBots } from '../../conversation/starting-bots.ts';
import { playSuite, shardOf } from '../../conversation/suite.ts';
import { connectorFileName } from '../../connector/settings/connector-file.ts';
import { CallableFunctions } from '../../invoke/callable.ts';
import { presetsOf } from '../../payload/account/account-file.ts';
import { loadProject } from '../../project/load.ts';
import type { EndpointBots } from '../endpoint/bot-source.ts';
import { counter } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { assertWrittenFor } from '../written-for.ts';
import type { TestPlan } from './plan.ts';

/** How a run of a plan is told of, and which part of it this is. */
export interface RunOptions {
  onResult?: ((performance: Performance) => void | Promise<void>) | undefined;
  /** Only conversations of these files (absolute paths); all where it is missing. */
  only?: ReadonlySet<string> | undefined;
  /** Ends the run, which then throws. */
  signal?: AbortSignal | undefined;
}

/** A run: its report, and the files that it hangs on. */
export interface TestRun {
  report: TestReport;
  /** Absolute paths. */
  files: string[];
}

/** Plays the conversations that a plan asks for. */
export async function runTest(
  terminal: Terminal,
  plan: TestPlan,
  { onResult, only, signal }: RunOptions = {},
): Promise<TestRun> {
  const began = performance.now();
  const { root, functions, broken, settings } = loadProject(terminal.cwd);
  const names = [...functions, ...broken].map(({ name }) => name);
  const files = await findFiles(root, terminal.cwd, plan.asked);
  const wanted = only ? files.filter(({ path }) => only.has(path)) : files;
  const read = await Promise.all(wanted.map((file) => readConversationFile(root, file, names)));
  const all = read.flatMap(({ scripts }) => scripts);
  const asked = named(all, plan.name);
  const chosen = plan.shard ? shardOf(asked, plan.shard) : asked;
  const callable = new CallableFunctions(root, (await presetsOf(settings, root))?.functions);
  const elsewhere = await botsElsewhere(terminal.cwd, plan);
  const { playable, skipped } = elsewhere
    ? await sortElsewhere(chosen, root, names)
    : { playable: chosen, skipped: [] };
  await elsewhere?.assertReady(startingBots(playable));
  const bots = chosen.map((script) => script.function);
  if (!elsewhere) await assertWrittenFor(callable, bots, plan.writtenFor);
  let ticker: ReturnType<typeof counter> | undefined;
  const {
    results,
    skipped: unplayed,
    snapshots,
    broken: unusable,
  } = await playSuite(playable, all, {
    stage: {
      root,
      settings,
      engine: plan.engine,
      limits: plan.limits,
      functions: callable,
      botSource: elsewhere?.source,
    },
    generations: plan.generations,
    concurrency: plan.concurrency,
    snapshots: plan.snapshots,
    signal,
    onStart: (plays) => {
      ticker = counter(terminal, plays);
    },
    async onResult(performed) {
      ticker?.tick();
      await onResult?.(performed);
    },
  }).finally(() => ticker?.done());
  const elapsed = performance.now() - began;
  return {
    report: {
      results,
      skipped: [...skipped, ...unplayed],
      broken: [...read.flatMap(brokenFile), ...unusable],
      snapshots,
      shard: plan.shard,
      elapsed,
    },
    files: [...files.map(({ path }) => path), join(root, connectorFileName), ...(await callable.files())],
  };
}

/** The client is loaded where it is needed. */
async function botsElsewhere(cwd: string, { endpoint }: TestPlan): Promise<EndpointBots | undefined> {
  if (endpoint.endpoint === undefined) return undefined;
  return (await import('../endpoint/bot-source.ts')).endpointBotsOf(cwd, endpoint);
}

function brokenFile({ file, findings }: ReadFile): TestReport['broken'] {
  return findings.length > 0 ? [{ file: file.shown, findings }] : [];
}
