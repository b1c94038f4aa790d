import type { Bundle } from '../bundle/bundle.ts';
import type { Finding } from '../errors.ts';
import { limitsOf } from '../platform/limits.ts';
import { startGuardian } from '../runtime/guardian.ts';
import { type CallReport, Instance } from '../runtime/instance.ts';
import { startChild } from '../runtime/spawn.ts';
import { type Loadable, makeLoadable } from './loadable.ts';
import { readEnd } from './outcome.ts';
import { whereOf } from './record.ts';

/** How long the top level of a bundle may run, in milliseconds. */
const patience = 5_000;

/**
 * What the strict engine (vm2) says when it loads each of `bundles`, in their order; `null` for one that it loads. The
 * toolbelt and the platform's libraries are stand-ins that take everything. One instance loads them all, and is
 * replaced when a bundle hangs or kills it.
 */
export async function strictEngineFindings(bundles: readonly Bundle[]): Promise<(Finding | null)[]> {
  const findings: (Finding | null)[] = [];
  const guardian = startGuardian();
  let instance: Instance | undefined;
  for (const bundle of bundles) {
    if (!instance?.alive) {
      instance = new Instance(startChild('vm2'));
      if (instance.child.pid !== undefined) guardian.watch(instance.child.pid);
    }
    const loadable = await makeLoadable(bundle, {
      engine: 'vm2',
      limits: limitsOf(bundle.generation, { deadline: patience }),
      environment: {},
      standIns: true,
    });
    findings.push(judgeLoad(bundle, loadable, await instance.load(loadable.load, patience)));
  }
  instance?.kill();
  guardian.stop();
  await instance?.exited;
  return findings;
}

function judgeLoad(bundle: Bundle, { stack }: Loadable, failed: CallReport | undefined): Finding | null {
  if (!failed) return null;
  const limits = limitsOf(bundle.generation, { deadline: patience });
  const { error } = readEnd(failed.end, { generation: bundle.generation, limits, stack });
  const [frame] = error?.frames ?? [];
  const file = bundle.weights.at(0)?.file ?? `functions/${bundle.function}/index.ts`;
  return {
    code: 'strict-engine',
    severity: 'error',
    message: `the strict engine cannot load the bundle: ${error?.message}`,
    hint: 'move work from the top level into lambda, and do without what the platform does not offer',
    where: frame ? whereOf(frame) : { file },
  };
}
