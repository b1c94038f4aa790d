import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Generation } from '../platform/generations.ts';
import { packageRoot } from '../platform/package-root.ts';
import type { TemplateFile } from '../project/templates.ts';
import { botIdOf } from './bot-id.ts';
import { environmentExample, settingsTable } from './endpoint-texts.ts';

/** What a new endpoint is around; absent where it starts with a bot of its own. */
export interface Around {
  function: string;
  /** Path of the function's file from `endpoints/<name>/src`. */
  source: string;
  /** The generation that it is written for: only one of v1 is given a callback. */
  generation: Generation;
  /** What it finds in its environment: variables of its `config.json`, and its secrets, empty. */
  variables: Readonly<Record<string, string>>;
  /** Names of the platform's libraries that it loads. */
  libraries: readonly string[];
}

const ours = () => join(packageRoot(), 'emulator', 'endpoint');

/** Every file of `endpoints/<name>`, by its path from `endpoints`. */
export function endpointFiles(name: string, around: Around | undefined): TemplateFile[] {
  const values = valuesFor(name, around);
  const from = (template: string): string => filled(template, values);
  const files: Record<string, string> = {
    'src/main.ts': from('main.ts'),
    'src/function.ts': from(around ? 'function-of.ts' : 'function.ts'),
    'build.mjs': from('build.mjs'),
    'tsconfig.json': from('tsconfig.json'),
    Dockerfile: from('Dockerfile'),
    'Dockerfile.dockerignore': from('Dockerfile.dockerignore'),
    '.gitignore': from('gitignore'),
    'README.md': from('README.md'),
    '.env.example': environmentExample(around?.variables ?? {}, around && botIdOf(around.function)),
    'package.json': manifest(name, around?.libraries ?? []),
  };
  const own = Object.entries(files).map(([path, text]) => ({ path: `${name}/${path}`, text }));
  return [...own, ...copied(name)];
}

/** What `src/main.ts` and `src/function.ts` load, and what stands in for the toolbelt. */
const entries = [
  'service/main.ts',
  'service/from-lambda.ts',
  'service/run-function.ts',
  'service/toolbelt.ts',
];

/** The service as it is in this package, as far as a deployed one needs it. */
function copied(name: string): TemplateFile[] {
  const texts = new Map<string, string>();
  const visit = (file: string): void => {
    if (texts.has(file)) return;
    const text = readFileSync(join(ours(), file), 'utf8');
    texts.set(file, text);
    const loaded = [...text.matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)'/g)];
    for (const [, path = ''] of loaded) visit(posix.join(posix.dirname(file), path));
  };
  entries.forEach(visit);
  const sorted = [...texts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([file, text]) => ({ path: `${name}/src/${file}`, text }));
}

function valuesFor(name: string, around: Around | undefined): Record<string, string> {
  const isHandWritten = around?.source.endsWith('.js');
  return {
    name,
    image: name.toLowerCase(),
    around: around ? `, around the function ${around.function}` : '',
    function: around?.function ?? '<function>',
    bot: around ? '' : ' --bot <BOT_ID>',
    copyFunctions: around ? 'COPY functions /project/functions\n' : '',
    source: around?.source ?? '',
    from: around?.generation === 'v1' ? 'fromLambda' : 'fromReturning',
    note: isHandWritten
      ? '// @ts-expect-error: it exports nothing, build.mjs has it hand out its lambda.\n'
      : '',
    settings: settingsTable(),
  };
}

function filled(template: string, values: Record<string, string>): string {
  const text = readFileSync(join(ours(), 'template', `${template}.template`), 'utf8');
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? '');
}

const needed = ['@hono/node-server', '@redis/client', 'hono', 'jose', 'zod'];
const neededToBuild = ['@types/node', 'esbuild', 'typescript'];

/** Exact versions, those that this package is tested with. */
function manifest(name: string, libraries: readonly string[]): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(text) as Record<string, Record<string, string>>;
  const versions: Record<string, string> = { ...devDependencies, ...dependencies };
  const pinned = (names: readonly string[]) =>
    Object.fromEntries(names.toSorted().map((each) => [each, versions[each]]));
  const content = {
    name: name.toLowerCase(),
    version: '1.0.0',
    private: true,
    type: 'module',
    engines: { node: '>=20.19.0' },
    scripts: {
      build: 'node build.mjs',
      types: 'tsc --noEmit',
      start: 'node --enable-source-maps dist/main.cjs',
    },
    dependencies: pinned([...needed, ...libraries]),
    devDependencies: pinned(neededToBuild),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
