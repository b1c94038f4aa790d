import { SourceMap } from 'node:module';
import { bundleOne, loadOne } from '../../emulator/index.ts';
import { asLine, build, bundleOf, bundleProject, callPlain } from './bundle-project.ts';

const shapes = (['v1', 'v2'] as const).flatMap((generation) =>
  [false, true].map((minify) => ({ generation, minify, called: minify ? 'minified' : 'readable' })),
);

const everything = {
  'lib/text.ts': `export function lambda() { return 'the wrong one'; }
export const shout = (text: string): string => text.toUpperCase() + (lambda().length - 13);`,
  'bot/index.ts': `import { Toolbelt } from 'core-functions-toolbelt';
import { createHash } from 'node:crypto';
import { shout } from '../lib/text';
import { small } from 'small';
import old from 'old';

interface Input { payload: { message: string } }

export async function lambda(input: Input): Promise<unknown> {
  if (input.payload.message === 'fail') throw new TypeError('as asked');
  const secret = await Toolbelt.SecretClient().readSecret('key');
  const hash = createHash('md5').update('x').digest('hex').slice(0, 4);
  return [shout(input.payload.message), secret.value, hash, small, old.kind, 'Grüße'];
}`,
  'node_modules/small/package.json': {
    name: 'small',
    version: '1.0.0',
    module: 'index.js',
    main: 'index.js',
  },
  'node_modules/small/index.js': `/*! small, MIT */
export function lambda() { return 'also wrong'; }
export const small = lambda().length;`,
  'node_modules/old/package.json': { name: 'old', version: '1.0.0' },
  'node_modules/old/index.js': `const Emitter = require('events');
let extra; try { extra = require('not-there'); } catch { extra = 'none'; }
exports.kind = typeof new Emitter().on + ' ' + extra;`,
};

describe.each(shapes)('a $called bundle for $generation', ({ generation, minify }) => {
  test('runs in plain Node with everything inlined that the platform lacks', async () => {
    const bundle = await bundleOf(bundleProject(everything), 'bot', generation, minify);
    const answer = ['HELLO0', `${generation} secret`, '9dd4', 10, 'function none', 'Grüße'];
    expect(callPlain(bundle, { payload: { message: 'hello' } })).toEqual([{ answer }]);
  });

  test('hands on what the handler throws', async () => {
    const bundle = await bundleOf(bundleProject(everything), 'bot', generation, minify);
    expect(callPlain(bundle, { payload: { message: 'fail' } })).toEqual([{ error: 'TypeError: as asked' }]);
  });

  test('declares lambda at the top level and exports nothing', async () => {
    const { code } = await bundleOf(bundleProject(everything), 'bot', generation, minify);
    const declaration = { v1: 'function lambda(input, callback) {', v2: 'async function lambda(input) {' };
    expect(code.split('\n').filter((line) => line.startsWith(declaration[generation]))).toHaveLength(1);
    expect(code).not.toMatch(/\bexport\b/);
    expect(code).not.toContain('__lpf_out');
  });

  test('has the same bytes in another folder, and alone or among others', async () => {
    const one = bundleProject({ ...everything, 'aaa/index.ts': everything['bot/index.ts'] });
    const other = bundleProject(everything);
    const among = (await build(one, ['aaa', 'bot'], [generation], minify))[1]?.bundle;
    const alone = await bundleOf(other, 'bot', generation, minify);
    expect(among).toEqual(alone);
  });

  test('maps an error back to its place in the TypeScript source', async () => {
    const { code, map } = await bundleOf(bundleProject(everything), 'bot', generation, minify);
    const lines = code.split('\n');
    const line = lines.findIndex((text) => text.includes('as asked'));
    const column = lines[line]?.indexOf('new TypeError') ?? -1;
    const entry = new SourceMap(JSON.parse(map ?? '')).findEntry(line, column);
    expect(entry).toMatchObject({
      originalSource: 'functions/bot/index.ts',
      originalLine: 9,
      originalColumn: 46,
    });
  });

  test('maps its own wrapper to nothing', async () => {
    const { code, map } = await bundleOf(bundleProject(everything), 'bot', generation, minify);
    const line = code.split('\n').findIndex((text) => /^(async )?function lambda\(/.test(text));
    const { originalSource } = new SourceMap(JSON.parse(map ?? '')).findEntry(line + (minify ? 0 : 1), 3) as {
      originalSource?: string;
    };
    expect(originalSource).toBeUndefined();
  });
});

test('a readable bundle is what a reviewer expects', async () => {
  const root = bundleProject({
    'greet/index.ts': `import { Toolbelt } from 'core-functions-toolbelt';
/** Greets. */
export async function lambda(input: { payload: { name: string } }): Promise<string> {
  const { value } = await Toolbelt.SecretClient().readSecret('greeting');
  return \`\${value}, \${input.payload.name}\`;
}`,
  });
  const [v1, v2] = await build(root, ['greet']);
  expect(v1?.bundle?.code).toMatchInlineSnapshot(`
    "// greet · v1 · ad2bc4bc61d3 · lpf-bundle
    // functions/greet/index.ts
    var import_core_functions_toolbelt = require("lp-faas-toolbelt");
    async function lambda2(input) {
      const { value } = await import_core_functions_toolbelt.Toolbelt.SecretClient().readSecret("greeting");
      return \`\${value}, \${input.payload.name}\`;
    }

    function lambda(input, callback) {
      new Promise(function (resolve) {
        resolve(lambda2(input));
      }).then(
        function (answer) {
          callback(null, answer);
        },
        function (error) {
          callback(error == null ? new Error("rejected with " + error) : error, null);
        },
      );
    }
    "
  `);
  expect(v2?.bundle?.code).toMatchInlineSnapshot(`
    "// greet · v2 · 2c55ec25858a · lpf-bundle
    // functions/greet/index.ts
    import { Toolbelt } from "core-functions-toolbelt";
    async function lambda2(input) {
      const { value } = await Toolbelt.SecretClient().readSecret("greeting");
      return \`\${value}, \${input.payload.name}\`;
    }

    async function lambda(input) {
      return lambda2(input);
    }
    "
  `);
  expect(v2?.bundle).toMatchObject({
    hash: v2?.bundle?.code.split(' · ')[2],
    characters: v2?.bundle?.code.length,
    weights: [{ file: 'functions/greet/index.ts', characters: expect.any(Number) }],
    imports: ['core-functions-toolbelt'],
  });
});

test('either name of the toolbelt becomes the one of the generation', async () => {
  const code = `import { Toolbelt } from 'lp-faas-toolbelt';
export const lambda = async () => (await Toolbelt.SecretClient().readSecret('x')).value;`;
  const root = bundleProject({ 'one/index.ts': code });
  expect(callPlain(await bundleOf(root, 'one', 'v2'), {})).toEqual([{ answer: 'v2 secret' }]);
  expect(callPlain(await bundleOf(root, 'one', 'v1'), {})).toEqual([{ answer: 'v1 secret' }]);
});

test('packages that are installed above the project leave no trace of where', async () => {
  const files = {
    '/node_modules/esm/package.json': { name: 'esm', type: 'module', exports: './i.js' },
    '/node_modules/esm/i.js': 'export const esm = () => { throw new Error("deep"); };',
    '/node_modules/cjs/index.js': 'exports.cjs = 1;',
  };
  const source = `import { esm } from 'esm'; import { cjs } from 'cjs';
export const lambda = async () => cjs + esm();`;
  const near = bundleProject({ ...files, 'a/index.ts': source });
  const far = bundleProject(files);
  const folder = `${far}/deep/down`;
  const { cpSync } = await import('node:fs');
  cpSync(`${near}/functions`, `${folder}/functions`, { recursive: true });
  const one = await bundleOf(near, 'a', 'v1');
  expect((await bundleOf(folder, 'a', 'v1')).code).toBe(one.code);
  expect(one.code).toContain('// node_modules/esm/i.js');
  expect(one.weights.map(({ file }) => file)).toContain('node_modules/cjs/index.js');
});

describe('what cannot be built', () => {
  const good = 'export const lambda = async () => 1;';
  const broken = {
    'good/index.ts': good,
    'syntax/index.ts': 'const ü = "ö";\nexport async function lambda( {',
    'empty/index.ts': '\n// nothing here\n',
    'nameless/index.ts': 'export async function handler() {}',
    'hidden/index.ts': 'const a = 1;\nasync function lambda() { return a; }',
    'byDefault/index.ts': 'export default async function lambda() {}',
    'lost/index.ts': `/* ö */ import { a } from './gone';\nimport { b } from 'lodahs';\nexport const lambda = async () => a + b;`,
    'platformOnly/index.ts': `import _ from 'lodash';\nexport const lambda = async () => _;`,
    'waits/index.ts': `const x = await Promise.resolve(1);\nexport const lambda = async () => x;`,
    'importsBroken/index.ts': `import '../syntax/index';\n${good}`,
  };

  test('each gets its reason with file, line and column, and the others come out', async () => {
    const root = bundleProject(broken);
    const names = [...new Set(Object.keys(broken).map((path) => path.split('/')[0] ?? ''))];
    const results = await build(root, names);
    expect(results.map((result) => result.function)).toEqual(names.flatMap((name) => [name, name]));
    const lines = results.map(({ function: name, generation, bundle, findings }) =>
      [`${name} ${generation}: ${bundle ? 'built' : 'none'}`, ...findings.map(asLine)].join('\n  '),
    );
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "good v1: built
      good v2: built
      syntax v1: none
        error syntax-error functions/syntax/index.ts:2:32 Expected identifier but found end of file
      syntax v2: none
        error syntax-error functions/syntax/index.ts:2:32 Expected identifier but found end of file
      empty v1: none
        error empty-file functions/empty/index.ts:1:1 functions/empty/index.ts holds no code
      empty v2: none
        error empty-file functions/empty/index.ts:1:1 functions/empty/index.ts holds no code
      nameless v1: none
        error no-lambda functions/nameless/index.ts:1:1 functions/nameless/index.ts has no function named lambda
      nameless v2: none
        error no-lambda functions/nameless/index.ts:1:1 functions/nameless/index.ts has no function named lambda
      hidden v1: none
        error no-lambda functions/hidden/index.ts:2:16 functions/hidden/index.ts does not export lambda by its name
      hidden v2: none
        error no-lambda functions/hidden/index.ts:2:16 functions/hidden/index.ts does not export lambda by its name
      byDefault v1: none
        error no-lambda functions/byDefault/index.ts:1:31 functions/byDefault/index.ts does not export lambda by its name
      byDefault v2: none
        error no-lambda functions/byDefault/index.ts:1:31 functions/byDefault/index.ts does not export lambda by its name
      lost v1: none
        error unresolved-import functions/lost/index.ts:1:27 "./gone" leads to no file
        error unresolved-import functions/lost/index.ts:2:19 "lodahs" is neither installed nor provided by the platform. Did you mean "lodash"?
      lost v2: none
        error unresolved-import functions/lost/index.ts:1:27 "./gone" leads to no file
        error unresolved-import functions/lost/index.ts:2:19 "lodahs" is neither installed nor provided by the platform. Did you mean "lodash"?
      platformOnly v1: built
      platformOnly v2: none
        error unresolved-import functions/platformOnly/index.ts:1:15 "lodash" is provided by the platform on v1 only, and is not installed here
      waits v1: none
        error top-level-await functions/waits/index.ts:1:11 await at the top level, where no function of yours runs yet
      waits v2: none
        error top-level-await functions/waits/index.ts:1:11 await at the top level, where no function of yours runs yet
      importsBroken v1: none
        error syntax-error functions/syntax/index.ts:2:32 Expected identifier but found end of file
      importsBroken v2: none
        error syntax-error functions/syntax/index.ts:2:32 Expected identifier but found end of file"
    `);
  });

  test('a fault in a shared file concerns those who import it', async () => {
    const root = bundleProject({
      'lib/bad.ts': 'export const x = ;',
      'one/index.ts': `import { x } from '../lib/bad';\nexport const lambda = async () => x;`,
      'two/index.ts': good,
      'three/index.ts': `import { x } from '../lib/bad';\nexport const lambda = async () => x;`,
    });
    const results = await build(root, ['one', 'two', 'three'], ['v2']);
    expect(results.map(({ bundle, findings }) => [bundle !== null, ...findings.map(asLine)])).toEqual([
      [false, 'error syntax-error functions/lib/bad.ts:1:18 Unexpected ";"'],
      [true],
      [false, 'error syntax-error functions/lib/bad.ts:1:18 Unexpected ";"'],
    ]);
  });
});

test.each([
  ['undefined', 'rejected with undefined'],
  ['null', 'rejected with null'],
  ['"text"', 'text'],
])('a v1 handler that throws %s has failed', async (thrown, error) => {
  const root = bundleProject({ 'f/index.ts': `export function lambda() { throw ${thrown}; }` });
  const [answer] = callPlain(await bundleOf(root, 'f', 'v1'), {}) as { error: string }[];
  expect(answer?.error.replace('Error: ', '')).toBe(error);
});

const saying = (code: string) => ({ finding: expect.objectContaining({ code }) as unknown });

test('a program takes one function of a project, and its bundle, or hears why there is none', async () => {
  const cwd = bundleProject({
    'made/index.ts': 'export const lambda = () => 1;',
    'pasted/index.js': 'function lambda(input, callback) {\n  callback(null, 1);\n}\n',
    'none/index.ts': 'export const other = 1;',
    'broken/index.ts': 'export const lambda = () => 1;',
    'broken/config.json': '{',
  });
  const made = loadOne(cwd, 'made');
  expect(await bundleOne(made.root, made.source)).toMatchObject({ function: 'made', generation: 'v2' });
  expect(await bundleOne(made.root, made.source, 'v1')).toMatchObject({ generation: 'v1' });
  const pasted = loadOne(cwd, 'pasted').source;
  expect(await bundleOne(cwd, pasted)).toMatchObject({ function: 'pasted', generation: 'v1' });
  await expect(bundleOne(cwd, pasted, 'v2')).rejects.toMatchObject(saying('bad-usage'));
  await expect(bundleOne(cwd, loadOne(cwd, 'none').source)).rejects.toMatchObject(saying('no-lambda'));
  expect(() => loadOne(cwd, 'broken')).toThrow(expect.objectContaining(saying('bad-config')));
  expect(() => loadOne(cwd, 'nobody')).toThrow(expect.objectContaining(saying('unknown-function')));
});
