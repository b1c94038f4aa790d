import { readConversationFile, type ReadFile, type Script } from '../../conversation/conversation-file.ts';
import { findFiles } from '../../conversation/find.ts';
import type { Performance } from '../../conversation/perform.ts';
import type { TestReport } from '../../conversation/result.ts';
import { playSuite, shardOf } from '../../conversation/suite.ts';
import { EmulatorError } from '../../errors.ts';
import { CallableFunctions } from '../../invoke/callable.ts';
import { presetsOf } from '../../payload/account-file.ts';
import { didYouMean } from '../../platform/suggest.ts';
import { loadProject } from '../../project/load.ts';
import { counter } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import type { TestPlan } from './plan.ts';

/** Plays the conversations that a plan asks for. */
export async function runTest(
  terminal: Terminal,
  plan: TestPlan,
  onResult: (performance: Performance) => void | Promise<void> = () => undefined,
): Promise<TestReport> {
  const began = performance.now();
  const { root, functions, broken, settings } = loadProject(terminal.cwd);
  const names = [...functions, ...broken].map(({ name }) => name);
  const files = await findFiles(root, terminal.cwd, plan.asked);
  const read = await Promise.all(files.map((file) => readConversationFile(root, file, names)));
  const all = read.flatMap(({ scripts }) => scripts);
  const asked = plan.name === undefined ? all : named(all, plan.name);
  const chosen = plan.shard ? shardOf(asked, plan.shard) : asked;
  const { tick, done } = counter(terminal, chosen.length * plan.generations.length);
  const { results, snapshots } = await playSuite(chosen, all, {
    stage: {
      root,
      settings,
      engine: plan.engine,
      limits: plan.limits,
      functions: new CallableFunctions(root, (await presetsOf(settings, root))?.functions),
    },
    generations: plan.generations,
    concurrency: plan.concurrency,
    snapshots: plan.snapshots,
    async onResult(performed) {
      tick();
      await onResult(performed);
    },
  });
  done();
  const elapsed = performance.now() - began;
  return { results, broken: read.flatMap(brokenFile), snapshots, shard: plan.shard, elapsed };
}

/** A name that no conversation has, not even as a part, is a slip of the pen. */
function named(all: readonly Script[], part: string): Script[] {
  const found = all.filter(({ name }) => name.toLowerCase().includes(part.toLowerCase()));
  if (found.length > 0 || all.length === 0) return found;
  const names = all.map(({ name }) => name);
  throw new EmulatorError({
    code: 'bad-usage',
    message: `no conversation has "${part}" in its name.${didYouMean(part, names)}`,
    hint: 'lpf-emulator test without --name plays them all and lists their names',
  });
}

function brokenFile({ file, findings }: ReadFile): TestReport['broken'] {
  return findings.length > 0 ? [{ file: file.shown, findings }] : [];
}
