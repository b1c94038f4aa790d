import { compare } from '../../compare/compare.ts';
import { parseRequirement } from '../../compare/requirement.ts';
import { CallableFunctions } from '../../invoke/callable.ts';
import { presetsOf } from '../../payload/account/account-file.ts';
import type { Generation } from '../../platform/generations.ts';
import { parseLimits } from '../../platform/limit-value.ts';
import { loadProject } from '../../project/load.ts';
import type { Engine } from '../../runtime/protocol.ts';
import { functionOf, readConversations } from '../compare/conversations.ts';
import { compareReportersOf, printCompareReports } from '../compare/reporters.ts';
import { type TargetFlags, targetOf } from '../endpoint/target.ts';
import { timeoutOf } from '../endpoint/timeout.ts';
import { exits } from '../main.ts';
import { counter } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { wholeNumber } from '../whole-number.ts';
import { assertWrittenFor } from '../written-for.ts';

/** Flags of `lpf-emulator compare`. */
export interface CompareFlags extends TargetFlags {
  function?: string;
  generation?: Generation;
  engine: Engine;
  name?: string;
  repeat: string;
  concurrency: string;
  require: string[];
  limit: string[];
  reporter: string[];
  json?: true;
}

/**
 * `lpf-emulator compare`: plays conversations both ways, reports, and says with its exit code whether what is required
 * holds.
 */
export async function compareVerb(
  terminal: Terminal,
  asked: readonly string[],
  flags: CompareFlags,
): Promise<number> {
  const reporters = compareReportersOf(flags.reporter, flags.json === true);
  const requirements = flags.require.map(parseRequirement);
  const repeat = wholeNumber('--repeat', flags.repeat);
  const concurrency = wholeNumber('--concurrency', flags.concurrency);
  const limits = parseLimits(flags.limit);
  const project = loadProject(terminal.cwd);
  const { root, settings } = project;
  const { scripts, broken } = await readConversations(project, terminal.cwd, { asked, name: flags.name });
  const name = functionOf(flags.function, scripts, project);
  const presets = await presetsOf(settings, root);
  const functions = new CallableFunctions(root, presets?.functions);
  await assertWrittenFor(functions, [name], flags.generation);
  let ticker: ReturnType<typeof counter> | undefined;
  const report = await compare({
    function: name,
    endpoint: await targetOf(terminal.cwd, flags, name),
    stage: {
      root,
      settings,
      generation: flags.generation ?? 'v2',
      engine: flags.engine,
      limits,
      functions,
    },
    scripts,
    broken,
    repeat,
    concurrency,
    requirements,
    ...timeoutOf(flags.endpointTimeout),
    clock: presets?.clock === undefined ? new Date().toISOString() : undefined,
    onStart: (plays) => {
      ticker = counter(terminal, plays);
    },
    onPlay: () => ticker?.tick(),
  });
  ticker?.done();
  await printCompareReports(terminal, reporters, report);
  return report.verdict.pass ? exits.good : exits.short;
}
