import type { ChildProcess } from 'node:child_process';
import { bundleOne } from '../../bundle/bundle-one.ts';
import type { Invoker, InvokerOptions } from '../../invoke/invoker.ts';
import { parseLimits } from '../../platform/limit-value.ts';
import { loadOne } from '../../project/load-one.ts';
import type { InvokeOptions } from '../invoke/options.ts';
import { payloadOf } from '../invoke/payload.ts';
import { exits } from '../main.ts';
import { openPassage } from '../passage.ts';
import type { Terminal } from '../terminal.ts';
import { keepSecrets } from '../write-secrets.ts';

/** `lpf-emulator invoke`: one call. Standard output holds the answer (with --json the record) and nothing else. */
export async function invoke(
  terminal: Terminal,
  name: string,
  options: InvokeOptions,
  early: ChildProcess | undefined,
): Promise<number> {
  const { passage, finish } = await openPassage(terminal, options);
  if (options.watch) {
    const { watchInvoke } = await import('../invoke/watch.ts');
    return watchInvoke(terminal, name, options, { early, passage });
  }
  const limits = parseLimits(options.limit);
  const { root, source, settings } = loadOne(terminal.cwd, name);
  const debugging =
    options.inspect !== undefined || options.inspectBrk !== undefined
      ? await import('../invoke/inspect.ts')
      : undefined;
  const inspect = await debugging?.inspectionOf(root, options);

  // The bundler works in a process of its own: what comes after it is loaded meanwhile.
  const bundling = bundleOne(root, source, options.generation);
  const [invoker, payload, { invocationReport }] = await Promise.all([
    newInvoker({ root, settings, engine: options.engine, limits, instances: 1, early, passage, inspect }),
    payloadOf(terminal, root, source, options),
    import('../../report/invocation.ts'),
    bundling,
  ]);
  if (inspect) debugging?.announceDebugger(terminal, inspect);
  const record = await invoker.invoke({ bundle: await bundling, source, payload });
  if (options.json) {
    terminal.out(`${JSON.stringify(record, null, 2)}\n`);
  } else {
    const { out, err } = invocationReport(record, { colour: terminal.errorColour });
    terminal.out(out);
    terminal.err(err);
  }
  await finish([record]);
  if (options.writeSecrets) await keepSecrets(terminal, root, invoker);
  // The child is killed at once; waiting for it to be gone would cost more than the call.
  void invoker.close();
  return record.verdict.pass ? exits.good : exits.short;
}

async function newInvoker(options: InvokerOptions): Promise<Invoker> {
  const { Invoker: Loaded } = await import('../../invoke/invoker.ts');
  return new Loaded(options);
}
