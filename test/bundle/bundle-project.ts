import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundleFunctions } from '../../emulator/bundle/build.ts';
import type { Bundle, BundleResult } from '../../emulator/bundle/bundle.ts';
import { judge } from '../../emulator/bundle/judge.ts';
import type { Finding } from '../../emulator/errors.ts';
import type { Generation } from '../../emulator/platform/generations.ts';
import type { FunctionSource } from '../../emulator/project/function-source.ts';
import { loadProject } from '../../emulator/project/load.ts';
import { temporaryFolder, writeFiles } from '../temporary.ts';

const toolbeltStub = {
  v1: `exports.Toolbelt = {
    SecretClient: () => ({ readSecret: async (key) => ({ key, value: 'v1 secret' }) }),
    HTTPClient: () => async (request) => ({
      statusCode: request.url.includes('missing') ? 404 : 200, statusMessage: 'OK',
      headers: { 'content-type': 'application/json' }, body: JSON.stringify(request),
    }),
  };`,
  v2: `export const Toolbelt = {
    SecretClient: () => ({ readSecret: async (key) => ({ key, value: 'v2 secret' }) }),
  };`,
};

/** A config.json that nothing is wrong with. */
export function config(name: string, more: object = {}): object {
  const input = { headers: [], payload: {} };
  return { name, event: 'No Event', description: 'Answers', input, environmentVariables: [], ...more };
}

/** A project in a fresh folder: files of `functions/` by path, each function's config.json added. */
export function bundleProject(files: Record<string, unknown>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    const inside = path.startsWith('node_modules') || path.startsWith('/') ? path : `functions/${path}`;
    writeFiles(folder, { [inside]: content });
    const name = /^(\w+)\/index\.[jt]s$/.exec(path)?.[1];
    if (name && !(`${name}/config.json` in files))
      writeFiles(folder, { [`functions/${name}/config.json`]: config(name) });
  }
  return folder;
}

export function sourceOf(root: string, name: string): FunctionSource {
  const [source] = loadProject(root, [name]).functions;
  if (!source) throw new Error(`${name} is no usable function`);
  return source;
}

export function build(
  root: string,
  names: string[],
  generations: readonly Generation[] = ['v1', 'v2'],
  minify = false,
): Promise<BundleResult[]> {
  return bundleFunctions(
    root,
    names.map((name) => sourceOf(root, name)),
    { generations, minify },
  );
}

/** The only bundle that is asked for; throws with the findings when there is none. */
export async function bundleOf(
  root: string,
  name: string,
  generation: Generation,
  minify = false,
): Promise<Bundle> {
  const [result] = await build(root, [name], [generation], minify);
  if (!result?.bundle) throw new Error(JSON.stringify(result?.findings));
  return result.bundle;
}

/** What the rules say of a function, each as `severity code file:line:column message`. */
export async function complaints(
  root: string,
  name: string,
  generation: Generation,
  minify = false,
): Promise<string[]> {
  return (await judge(await bundleOf(root, name, generation, minify), sourceOf(root, name))).map(asLine);
}

export function asLine({ severity, code, message, where }: Finding): string {
  const place =
    where && [where.file, where.line, where.column].filter((part) => part !== undefined).join(':');
  return [severity, code, place, message].filter(Boolean).join(' ');
}

/**
 * Calls a bundle's `lambda` in a plain Node process that knows nothing of ours: v1 through its callback, v2 after an
 * ESM import of the text with an export behind it. Gives back what it printed.
 */
export function callPlain(
  { code, generation }: Pick<Bundle, 'code' | 'generation'>,
  input: unknown,
): unknown {
  const folder = temporaryFolder({
    'node_modules/lp-faas-toolbelt/index.js': toolbeltStub.v1,
    'node_modules/core-functions-toolbelt/package.json': { type: 'module', exports: './index.js' },
    'node_modules/core-functions-toolbelt/index.js': toolbeltStub.v2,
    ...(generation === 'v1'
      ? { 'function.cjs': code, 'run.cjs': callV1 }
      : { 'function.mjs': `${code}\nexport { lambda };`, 'run.mjs': callV2 }),
  });
  const run = join(folder, generation === 'v1' ? 'run.cjs' : 'run.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [run, JSON.stringify(input)], {
    encoding: 'utf8',
    env: {},
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as unknown;
}

const callV1 = `
const text = require('node:fs').readFileSync(__dirname + '/function.cjs', 'utf8');
const lambda = new Function('require', text + '\\nreturn lambda;')(require);
const answers = [];
lambda(JSON.parse(process.argv[2]), (error, answer) => answers.push(error ? { error: String(error) } : { answer }));
process.on('exit', () => process.stdout.write(JSON.stringify(answers)));
`;

const callV2 = `
import { lambda } from './function.mjs';
const answers = [];
await lambda(JSON.parse(process.argv[2])).then(
  (answer) => answers.push({ answer }), (error) => answers.push({ error: String(error) }));
process.stdout.write(JSON.stringify(answers));
`;
