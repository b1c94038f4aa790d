import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { bundleFunctions } from '../../bundle/build.ts';
import type { Bundle } from '../../bundle/bundle.ts';
import { EmulatorError } from '../../errors.ts';
import type { Invoker, InvokerOptions } from '../../invoke/invoker.ts';
import { type Generation, generations } from '../../platform/generations.ts';
import { parseLimits } from '../../platform/limit-value.ts';
import { configPayload } from '../../payload/config-payload.ts';
import type { Payload } from '../../payload/payload.ts';
import type { FunctionSource } from '../../project/function-source.ts';
import { loadProject } from '../../project/load.ts';
import type { Engine } from '../../runtime/protocol.ts';
import { exits } from '../main.ts';
import type { Terminal } from '../terminal.ts';

export interface InvokeOptions {
  generation?: Generation;
  engine: Engine;
  payload?: string;
  message?: string;
  lpEvent?: string;
  lpSdes?: string;
  event?: string;
  set: string[];
  limit: string[];
  json?: true;
}

/** `lpf-emulator invoke`: one call. Standard output holds the answer (with --json the record) and nothing else. */
export async function invoke(
  terminal: Terminal,
  name: string,
  options: InvokeOptions,
  early: ChildProcess | undefined,
): Promise<number> {
  const limits = parseLimits(options.limit);
  const { root, functions, broken, settings } = loadProject(terminal.cwd, [name]);
  const reason = broken[0]?.findings[0];
  if (reason) throw new EmulatorError(reason);
  const [source] = functions;
  if (!source) throw new Error(`function ${name} is neither usable nor broken`);

  // The bundler works in a process of its own: what comes after it is loaded meanwhile.
  const bundling = bundleOf(root, source, options);
  const [invoker, payload, { invocationReport }] = await Promise.all([
    newInvoker({ settings, engine: options.engine, limits, instances: 1, early }),
    payloadOf(terminal, root, source, options),
    import('../../report/invocation.ts'),
    bundling,
  ]);
  const record = await invoker.invoke({ bundle: await bundling, source, payload });
  if (options.json) {
    terminal.out(`${JSON.stringify(record, null, 2)}\n`);
  } else {
    const { out, err } = invocationReport(record, { colour: terminal.errorColour });
    terminal.out(out);
    terminal.err(err);
  }
  // The child is killed at once; waiting for it to be gone would cost more than the call.
  void invoker.close();
  return record.verdict.pass ? exits.good : exits.short;
}

async function newInvoker(options: InvokerOptions): Promise<Invoker> {
  const { Invoker: Loaded } = await import('../../invoke/invoker.ts');
  return new Loaded(options);
}

/** Today's generation where nothing else is asked for; a hand-written file has its own. */
async function bundleOf(
  root: string,
  source: FunctionSource,
  { generation }: InvokeOptions,
): Promise<Bundle> {
  const asked = generation && [generation];
  const wanted = asked ?? (source.entry.endsWith('.ts') ? (['v2'] as const) : generations);
  const results = await bundleFunctions(root, [source], { generations: wanted });
  const bundle = results.findLast((result) => result.bundle)?.bundle;
  if (bundle) return bundle;
  const reason = results.flatMap(({ findings }) => findings)[0];
  throw new EmulatorError(
    reason ?? {
      code: 'wrong-lambda',
      message: `${source.name} is not written for ${wanted.join(' or ')}`,
      hint: 'leave --generation out to run a hand-written function on its own generation',
    },
  );
}

/** `config.json`'s own input where nothing else is said: it needs no other file, so it is the quickest. */
async function payloadOf(
  terminal: Terminal,
  root: string,
  source: FunctionSource,
  options: InvokeOptions,
): Promise<Payload> {
  const base = await baseOf(terminal, root, source, options.payload);
  const { message, lpEvent, lpSdes, event: eventFragment, set } = options;
  const composed =
    [message, lpEvent, lpSdes, eventFragment].some((part) => part !== undefined) || set.length > 0;
  if (!composed) return base ?? configPayload(root, source);
  const { composePayload } = await import('../../payload/parts.ts');
  return composePayload(root, {
    event: source.config.event,
    set,
    base,
    message,
    lpEvent,
    lpSdes,
    eventFragment,
  });
}

async function baseOf(
  terminal: Terminal,
  root: string,
  source: FunctionSource,
  asked: string | undefined,
): Promise<Payload | undefined> {
  if (asked === undefined) return undefined;
  const { payloadNamed, payloadFromFile } = await import('../../payload/payloads.ts');
  const { readText } = await import('../../payload/read.ts');
  const { event } = source.config;
  if (asked === '-') return payloadFromFile(root, '-', await terminal.stdin(), event);
  if (!/[./\\]/.test(asked) || asked === 'config.json') return payloadNamed(root, source, asked);
  const path = resolve(terminal.cwd, asked);
  return payloadFromFile(root, path, await readText(path, asked), event);
}
