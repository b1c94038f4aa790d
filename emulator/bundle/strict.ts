import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import type { Finding } from '../errors.ts';
import { builtins, libraries, toolbelt } from '../platform/modules.ts';
import { packageRoot } from '../platform/package-root.ts';
import type { Bundle } from './bundle.ts';
import { toScript } from './script.ts';
import { sourceMapOf } from './source-map.ts';
import type { StrictAnswer, StrictRequest } from './strict-protocol.ts';

/** How long the top level of a bundle may run, in milliseconds. */
const patience = 5_000;

/**
 * What the strict engine (vm2) says when it loads each of `bundles`, in their order; `null` for one that it loads. The
 * platform's modules are stand-ins that take everything. One locked child process loads them all, and is replaced
 * when a bundle hangs or kills it.
 */
export async function strictEngineFindings(bundles: readonly Bundle[]): Promise<(Finding | null)[]> {
  const findings: (Finding | null)[] = [];
  let child = bundles.length ? start() : null;
  for (const bundle of bundles) {
    child ??= start();
    const answer = await ask(child, bundle);
    if (answer === null) {
      child.kill('SIGKILL');
      child = null;
    }
    findings.push(judgeAnswer(bundle, answer));
  }
  child?.kill('SIGKILL');
  return findings;
}

/** The same for one bundle. */
export async function strictEngineFinding(bundle: Bundle): Promise<Finding | null> {
  const [only = null] = await strictEngineFindings([bundle]);
  return only;
}

function start(): ChildProcess {
  const build = join(packageRoot(), 'build');
  const readable = [
    build,
    ...['vm2', 'acorn', 'acorn-walk'].map((name) => dirname(require.resolve(`${name}/package.json`))),
  ];
  const stable = process.allowedNodeEnvironmentFlags.has('--permission');
  return fork(join(build, 'bundle-strict-child.js'), [], {
    cwd: build,
    env: { TZ: 'UTC' },
    execArgv: [
      stable ? '--permission' : '--experimental-permission',
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=SecurityWarning',
      '--max-old-space-size=256',
      ...readable.map((folder) => `--allow-fs-read=${folder}/*`),
    ],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** The child's answer; `null` when it has none because it died or went on for too long. */
async function ask(child: ChildProcess, bundle: Bundle): Promise<StrictAnswer | null> {
  const { generation } = bundle;
  const text = await toScript(bundle.code, generation);
  const request: StrictRequest = {
    script: generation === 'v2' ? `"use strict";${text}` : text,
    modules: [toolbelt[generation], ...libraries[generation], ...builtins],
  };
  const settled = new AbortController();
  const { signal } = settled;
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  try {
    child.send(request);
    return await Promise.race([
      once(child, 'message', { signal }).then(([message]) => message as StrictAnswer),
      once(child, 'exit', { signal }).then(() => null),
    ]);
  } finally {
    clearTimeout(timer);
    settled.abort();
  }
}

function judgeAnswer(bundle: Bundle, answer: StrictAnswer | null): Finding | null {
  const file = bundle.weights.at(0)?.file ?? `functions/${bundle.function}/index.ts`;
  if (answer === null) {
    return finding(`loading it did not end within ${patience / 1000} s, or killed the process`, { file });
  }
  if (answer.ok)
    return answer.handler ? null : finding('once loaded it has no function named lambda', { file });
  const where = answer.line > 0 ? sourceMapOf(bundle)(answer.line, Math.max(1, answer.column)) : null;
  return finding(answer.message, where ?? { file });
}

function finding(what: string, where: NonNullable<Finding['where']>): Finding {
  return {
    code: 'strict-engine',
    severity: 'error',
    message: `the strict engine cannot load the bundle: ${what}`,
    hint: 'move work from the top level into lambda, and do without what the platform does not offer',
    where,
  };
}
