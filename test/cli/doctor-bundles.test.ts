import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFunctions } from '../../emulator/bundle/build.ts';
import { loadProject } from '../../emulator/project/load.ts';
import { temporaryFolder, writeFiles } from '../temporary.ts';
import { command } from './command.ts';

const lambda = 'export async function lambda(input: { payload: unknown }) {\n  return input.payload;\n}\n';

/** A project whose bundles for both generations lie in `dist/`. */
async function bundled(minify: boolean): Promise<string> {
  const root = temporaryFolder({
    'functions/greet/index.ts': lambda,
    'functions/greet/config.json': { name: 'greet', event: null, description: 'greets' },
  });
  const { functions } = loadProject(root);
  const results = await bundleFunctions(root, functions, { generations: ['v1', 'v2'], minify });
  for (const { generation, bundle } of results) {
    writeFiles(root, { [`dist/${generation}/functions/greet/index.js`]: bundle?.code ?? '' });
  }
  return root;
}

/** What doctor says of the bundles, each as `status message → hint`. */
function told(root: string): string[] {
  const { code, stdout } = command('lpf-emulator', root, ['doctor', '--json']);
  expect(code).toBe(0);
  const { checks } = JSON.parse(stdout) as { checks: Record<string, string>[] };
  return checks
    .filter(({ subject }) => subject === 'bundles')
    .map(({ status, message, hint }) => [`${status} ${message}`, hint].filter(Boolean).join(' → '));
}

test.each([
  ['readable', false],
  ['minified', true],
])('bundles that are %s and up to date are fine', async (_, minify) => {
  expect(told(await bundled(minify))).toEqual(['good 2 in dist/, all up to date']);
});

test('they are stale once the source gives something else', async () => {
  const root = await bundled(false);
  writeFiles(root, { 'functions/greet/index.ts': lambda.replace('input.payload;', '1;') });
  expect(told(root)).toEqual([
    'warning dist/v1/functions/greet/index.js is not what its source gives now → lpf-bundle greet',
    'warning dist/v2/functions/greet/index.js is not what its source gives now → lpf-bundle greet',
  ]);
});

test('they are fine when the source changed in its comments alone and the bundle does not show it', async () => {
  const root = await bundled(true);
  writeFiles(root, { 'functions/greet/index.ts': `// a comment\n${lambda}` });
  expect(told(root)).toEqual(['good 2 in dist/, all up to date']);
});

test('they are told when their source is gone', async () => {
  const root = await bundled(false);
  writeFiles(root, { 'functions/greet/config.json': { name: 'other', description: 'greets' } });
  renameSync(join(root, 'functions/greet'), join(root, 'functions/other'));
  expect(told(root)).toEqual([
    'warning dist/v1/functions/greet has no source in functions/ → remove that folder, so that nobody pushes it',
    'warning dist/v2/functions/greet has no source in functions/ → remove that folder, so that nobody pushes it',
  ]);
});

test('they are stale when somebody edited one of them', async () => {
  const root = await bundled(false);
  writeFiles(root, { 'dist/v2/functions/greet/index.js': 'async function lambda() {}' });
  expect(told(root)).toEqual([
    'warning dist/v2/functions/greet/index.js is not what its source gives now → lpf-bundle greet',
  ]);
});
