import { asLine, bundleOf, bundleProject, complaints, sourceOf } from './bundle-project.ts';
import { judge } from '../../emulator/bundle/judge.ts';

/** What is said of a source whose lambda, from line 2 on, is `body`. */
async function said(body: string, generation: 'v1' | 'v2', minify = false, head = ''): Promise<string[]> {
  const source = `${head}export async function lambda(input: any): Promise<unknown> {\n  ${body}\n}\n`;
  return complaints(bundleProject({ 'f/index.ts': source }), 'f', generation, minify);
}

test('a function that does nothing wrong gets no complaint', async () => {
  const body = `console.info('x', [1]); const r = await fetch('https://a.example'); return r.text();`;
  expect(await said(body, 'v1')).toEqual([]);
  expect(await said(body, 'v2')).toEqual([]);
});

describe('code that is made at run time', () => {
  test.each([
    ['return eval(input)', '2:10', 'eval'],
    ['return (0, eval)(input)', '2:3', 'eval'],
    ['return globalThis.eval(input)', '2:10', 'eval'],
    ['return new Function("return 1")()', '2:10', 'new Function'],
    ['return Function("return 1")()', '2:10', 'Function()'],
    ['setTimeout("later()", 1)', '2:3', 'setTimeout with a text to run'],
  ])('%s', async (body, place, what) => {
    for (const generation of ['v1', 'v2'] as const) {
      expect(await said(body, generation)).toEqual([
        `error dynamic-code functions/f/index.ts:${place} ${what}, which the platform refuses`,
      ]);
    }
  });

  test('is not seen where there is none', async () => {
    const body = `const evaluate = (x) => x instanceof Function; setTimeout(() => 1, 1); return evaluate(input.eval(1));`;
    expect(await said(body, 'v2')).toEqual([]);
    expect(await said('const f = (eval2) => eval2(1); return ((Function) => Function(1))(f);', 'v2')).toEqual(
      [],
    );
  });

  test('in an inlined package names the package', async () => {
    const root = bundleProject({
      'f/index.ts': `import { run } from '@scope/dyn';\nexport const lambda = async () => run('1');`,
      'node_modules/@scope/dyn/index.js': `exports.run = function (x) {\n  return eval(x);\n};`,
    });
    for (const [generation, minify] of [
      ['v1', false],
      ['v2', false],
      ['v2', true],
    ] as const) {
      expect(await complaints(root, 'f', generation, minify)).toEqual([
        'error dynamic-code node_modules/@scope/dyn/index.js:2:10 eval, which the platform refuses (in the package @scope/dyn)',
      ]);
    }
  });
});

describe('console methods', () => {
  test.each([
    ['v1', `console.log('x')`, '2:3', 'console.log does not exist on v1'],
    ['v1', `console.table([])`, '2:3', 'console.table does not exist on the platform'],
    ['v2', `console.table([])`, '2:3', 'console.table does not exist on the platform'],
    ['v2', `console['trace']('x')`, '2:3', 'console.trace does not exist on the platform'],
    ['v2', `input.catch(console.dir)`, '2:15', 'console.dir does not exist on the platform'],
    ['v2', `const { group } = console; group()`, '2:9', 'console.group does not exist on the platform'],
  ] as const)('%s: %s', async (generation, body, place, what) => {
    expect(await said(body, generation)).toEqual([
      `error console-method functions/f/index.ts:${place} ${what}: calling it crashes the function`,
    ]);
  });

  test('the ones that exist, and consoles of one’s own, are left alone', async () => {
    const good = `console.debug(1); console.info(1); console.warn(1); console.error(1); const level = 'x'; console[level];`;
    expect(await said(good, 'v1')).toEqual([]);
    expect(await said(`${good} console.log(1);`, 'v2')).toEqual([]);
    expect(await said('return input.map((console) => console.table());', 'v2')).toEqual([]);
  });

  test('in a package they are a warning, since nobody may get there', async () => {
    const root = bundleProject({
      'f/index.ts': `import { x } from 'noisy';\nexport const lambda = async () => x;`,
      'node_modules/noisy/index.js': `exports.x = function () { console.time('x'); };`,
    });
    expect(await complaints(root, 'f', 'v2')).toEqual([
      'warning console-method node_modules/noisy/index.js:1:27 console.time does not exist on the platform: calling it crashes the function (in the package noisy)',
    ]);
  });
});

describe('modules', () => {
  test.each([
    ['v1', `import fs from 'fs';\n`, '1:16', '"fs"'],
    ['v2', `import fs from 'fs';\n`, '1:16', '"fs"'],
    ['v2', `import * as fs from 'node:child_process';\n`, '1:21', '"node:child_process"'],
    ['v1', `const fs = require('net');\n`, '1:20', '"net"'],
    ['v2', `const fs = require('net');\n`, '1:20', '"net"'],
  ] as const)('%s: %s is not offered', async (generation, head, place, name) => {
    const all = await said('return fs;', generation, false, head);
    expect(all).toEqual([
      `error module-not-offered functions/f/index.ts:${place} the platform does not offer ${name}`,
    ]);
    expect(await said('return fs;', generation, true, head)).toHaveLength(1);
  });

  test('what the platform provides is offered', async () => {
    const head = `import { DateTime } from 'luxon'; import { createHmac } from 'node:crypto'; import http from 'http';\n`;
    expect(await said('return [DateTime, createHmac, http];', 'v1', false, head)).toEqual([]);
    expect(await said('return [DateTime, createHmac, http];', 'v2', false, head)).toEqual([]);
  });

  test('an import() that is not offered is found too', async () => {
    expect(await said(`return import('worker_threads');`, 'v2')).toEqual([
      'error module-not-offered functions/f/index.ts:2:17 the platform does not offer "worker_threads"',
    ]);
  });

  test('what a package can do without is a warning', async () => {
    const root = bundleProject({
      'f/index.ts': `import { x } from 'pick';\nexport const lambda = async () => x;`,
      'node_modules/pick/index.js': `try { exports.x = require('fs'); } catch { exports.x = null; }`,
    });
    expect(await complaints(root, 'f', 'v1')).toEqual([
      'warning module-not-offered node_modules/pick/index.js:1:27 the platform does not offer "fs" (in the package pick)',
    ]);
  });

  test.each(['v1', 'v2'] as const)('a name that is computed cannot be checked on %s', async (generation) => {
    for (const minify of [false, true]) {
      expect(await said('return require(input.name);', generation, minify)).toEqual([
        'error non-literal-import functions/f/index.ts:2:10 require() of a name that is computed',
      ]);
    }
  });

  test('an import() of a computed name is found', async () => {
    expect(await said('return import(input.name);', 'v2')).toEqual([
      'error non-literal-import functions/f/index.ts:2:10 import() of a name that is computed',
    ]);
    expect(await said('return import(input.name);', 'v1')).toEqual([
      'error non-literal-import functions/f/index.ts:2:10 require() of a name that is computed',
    ]);
  });

  test('a hand-written file that loads its neighbours is told about index.ts', async () => {
    const code = `const x = require('./x');\nfunction lambda(input, callback) { callback(null, require(x)); }`;
    const root = bundleProject({ 'f/index.js': code });
    const findings = await judge(await bundleOf(root, 'f', 'v1'), sourceOf(root, 'f'));
    expect(findings.map(asLine)).toEqual([
      'error module-not-offered functions/f/index.js:1:19 the platform does not offer "./x"',
      'error non-literal-import functions/f/index.js:2:51 require() of a name that is computed',
    ]);
    expect(findings[0]?.hint).toBe(
      'the platform takes one file: rename it to index.ts, and lpf-bundle inlines the rest',
    );
  });

  test('the other generation’s toolbelt in a hand-written file is told its name', async () => {
    const root = bundleProject({
      'f/index.js': `import { Toolbelt } from 'lp-faas-toolbelt';\nasync function lambda(input) {}`,
    });
    const [finding] = await judge(await bundleOf(root, 'f', 'v2'), sourceOf(root, 'f'));
    expect(finding).toMatchObject({
      code: 'module-not-offered',
      hint: 'v2 has it as "core-functions-toolbelt"',
    });
  });
});

describe('what is left at the top level of a hand-written file', () => {
  test('an export', async () => {
    const code = 'export async function lambda(input) {}\nconst a = 1;\nexport { a };\nexport default a;';
    expect(await complaints(bundleProject({ 'f/index.js': code }), 'f', 'v2')).toEqual([
      'error left-over-export functions/f/index.js:1:1 an export at the top level, which the platform does not accept',
      'error left-over-export functions/f/index.js:3:1 an export at the top level, which the platform does not accept',
      'error left-over-export functions/f/index.js:4:1 an export at the top level, which the platform does not accept',
    ]);
  });

  test('an await', async () => {
    const code = `import 'luxon';\nconst a = [\n  await 1];\nfor await (const b of a) console.info(b);\nasync function lambda(input) { await 2; }`;
    expect(await complaints(bundleProject({ 'f/index.js': code }), 'f', 'v2')).toEqual([
      'error top-level-await functions/f/index.js:3:3 await at the top level, where no function of yours runs yet',
      'error top-level-await functions/f/index.js:4:1 await at the top level, where no function of yours runs yet',
    ]);
  });
});

describe('credentials', () => {
  const aws = ['AKIA', 'IOSFODNN7', 'EXAMPLE'].join('');
  const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'dozjgNryP4J3jVmNHl0w5N'].join('.');

  test.each([
    [`const k = '${aws}'; return k`, '2:13', 'an AWS access key (20 characters)'],
    [`return '${jwt}'`, '2:10', `a JSON web token (${jwt.length} characters)`],
    [`return '-----BEGIN RSA PRIVATE KEY-----'`, '2:10', 'a private key (31 characters)'],
    [`return { authorization: 'Bearer 0123456789abcdef0123' }`, '2:27', 'a bearer token (27 characters)'],
    ['return `Basic dXNlcjpwYXNzd29yZA==`', '2:10', 'a user name with its password (26 characters)'],
    [`return 'https://me:secret@a.example/x'`, '2:10', 'a URL with a password in it (29 characters)'],
  ])('%s is an error', async (body, place, what) => {
    expect(await said(body, 'v2')).toEqual([`error credential functions/f/index.ts:${place} ${what}`]);
  });

  test.each([
    [
      `const password = 'hunter2hunter'; return password`,
      '2:20',
      '"password" holds a literal of 13 characters',
    ],
    [`return { api_key: 'f00dfeed12345678' }`, '2:21', '"api_key" holds a literal of 16 characters'],
    [`input.clientSecret = 'Zx81-Spectrum-48k'`, '2:24', '"clientSecret" holds a literal of 17 characters'],
  ])('%s is a warning', async (body, place, what) => {
    expect(await said(body, 'v1')).toEqual([
      `warning credential functions/f/index.ts:${place} ${what} that looks like a credential`,
    ]);
  });

  test('names of secrets, words and placeholders are none', async () => {
    const body = `const apiKey = 'ORDER_API_KEY_2', token = 'x', password = 'your-password-1', secret = process.env.SECRET1;
      const label = 'Basic authentication of the 21st century', t = \`Bearer \${token}\`, u = \`https://\${apiKey}:\${token}@x\`;
      return [apiKey, token, password, secret, label, t, u, { passwordHint: 'a1b2c3d4e5', token: 'plain words only' }];`;
    expect(await said(body, 'v2')).toEqual([]);
  });

  test('no complaint repeats the credential', async () => {
    const findings = await said(`const secret = 's3cr3t-v4lue'; return [secret, '${aws}', '${jwt}']`, 'v2');
    expect(findings).toHaveLength(3);
    for (const hidden of ['s3cr3t', 'IOSFODNN7', jwt.slice(0, 12)])
      expect(findings.join()).not.toContain(hidden);
  });
});

describe('the handler of a source', () => {
  test.each(['v1', 'v2'] as const)('with a callback is the wrong one on %s', async (generation) => {
    const source = `export async function lambda(input: any, callback: any) { callback(null, input); }`;
    expect(await complaints(bundleProject({ 'f/index.ts': source }), 'f', generation)).toEqual([
      'error wrong-lambda functions/f/index.ts:1:1 lambda takes 2 parameters, but is given the input only',
    ]);
  });

  test('that is no function is the wrong one', async () => {
    expect(
      await complaints(bundleProject({ 'f/index.ts': `export const lambda = { a: 1 };` }), 'f', 'v2'),
    ).toEqual(['error wrong-lambda functions/f/index.ts:1:23 lambda is not a function']);
  });

  test.each([
    'export const lambda = async (input: any) => input;',
    'export const lambda = async ({ payload = {} }: any) => payload;',
    'const wrap = (f: any) => f;\nexport const lambda = wrap(async (input: any) => input);',
    `export { handler as lambda } from './handler';`,
    'export async function lambda() { return 1; }',
  ])('may be written as %s', async (source) => {
    const root = bundleProject({
      'f/index.ts': source,
      'f/handler.ts': 'export async function handler() {}',
    });
    expect(await complaints(root, 'f', 'v1')).toEqual([]);
    expect(await complaints(root, 'f', 'v2', true)).toEqual([]);
  });
});

const words = (count: number): string => `'${'words '.repeat(count)}'`;

test('a bundle that is too large says who weighs what', async () => {
  const root = bundleProject({
    'f/index.ts': `import { much } from 'much';\nimport { some } from './some';\nexport const lambda = async () => much.length + some.length;`,
    'f/some.ts': `export const some = ${words(1_000)};`,
    'node_modules/much/index.js': `exports.much = ${words(17_000)};`,
  });
  const bundle = await bundleOf(root, 'f', 'v2');
  const [finding] = await judge(bundle, sourceOf(root, 'f'));
  expect(finding?.message).toMatchInlineSnapshot(`
    "109,802 characters, 9,802 too many: the limit sourceSize is 100,000 (developers.liveperson.com/liveperson-functions-v2-foundations-limitations.html)
        102,105  node_modules/much/index.js
          6,015  functions/f/some.ts
            108  functions/f/index.ts
          1,574  banner, wrapper and what holds the modules together"
  `);
  expect(finding).toMatchObject({
    code: 'too-large',
    where: { file: 'functions/f/index.ts', line: 1, column: 1 },
  });
});
