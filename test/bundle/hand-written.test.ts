import { generationOf } from '../../emulator/bundle/hand-written.ts';
import { outline } from '../../emulator/bundle/outline.ts';
import { asLine, build, bundleProject, complaints } from './bundle-project.ts';

describe('the generation of a hand-written function', () => {
  test.each([
    ['a callback', 'function lambda(input, callback) { callback(null, 1); }', 'v1'],
    [
      'an async handler with a callback',
      'async function lambda(input, callback) { callback(null, 1); }',
      'v1',
    ],
    ['require', 'const x = require("luxon");\nasync function lambda(input) {}', 'v1'],
    ['import', "import { Toolbelt } from 'core-functions-toolbelt';\nfunction lambda(input) {}", 'v2'],
    [
      'a minified import',
      'import{Toolbelt as t}from"core-functions-toolbelt";async function lambda(i){}',
      'v2',
    ],
    ['export', 'export async function lambda(input) {}', 'v2'],
    ['an async handler', 'async function lambda(input) { return 1; }', 'v2'],
    [
      'an input that is taken apart',
      'async function lambda({ payload: { a, b: [c, d] }, headers }) {}',
      'v2',
    ],
    [
      'an input that is taken apart, with a callback',
      'function lambda({ payload, headers }, callback) {}',
      'v1',
    ],
    ['an async arrow function', 'const lambda = async (input) => 1;', 'v2'],
    ['an arrow function with a callback', 'const lambda = (input, callback) => callback(null, 1);', 'v1'],
    ['one parameter', 'function lambda(input) { return 1; }', 'v2'],
    ['no parameter', 'function lambda() { return 1; }', 'v2'],
    ['an arrow function without brackets', 'const lambda = input => Promise.resolve(input);', 'v2'],
    ['a comment that mentions require', '// require("x")\nasync function lambda(input) {}', 'v2'],
    ['a text that looks like an import', 'const t = `\nimport x from "y"`;\nfunction lambda(a, b) {}', 'v1'],
    ['a method named require', 'async function lambda(input) { return input.require(1); }', 'v2'],
    ['a dynamic import', 'async function lambda(input) { return import("luxon"); }', 'v2'],
  ])('is told by %s', (_, code, generation) => {
    expect(generationOf(outline(code))).toBe(generation);
  });
});

test('a hand-written file is used byte for byte, for its own generation only', async () => {
  const code = '\uFEFF// mine\r\nfunction lambda(input, callback) {\r\n  callback(null, "Grüße");\r\n}';
  const root = bundleProject({ 'mine/index.js': code });
  const results = await build(root, ['mine']);
  expect(results).toEqual([
    {
      function: 'mine',
      generation: 'v1',
      findings: [],
      bundle: {
        function: 'mine',
        generation: 'v1',
        code,
        map: null,
        hash: expect.stringMatching(/^[0-9a-f]{12}$/),
        characters: code.length,
        weights: [{ file: 'functions/mine/index.js', characters: code.length }],
      },
    },
  ]);
  expect(await build(root, ['mine'], ['v2'])).toEqual([]);
});

test('an empty hand-written file and one without a handler have no bundle', async () => {
  const root = bundleProject({
    'empty/index.js': ' // nothing\n',
    'other/index.js': 'function handler(input) {}\n// lambda',
  });
  const results = await build(root, ['empty', 'other'], ['v2']);
  expect(results.map(({ bundle, findings }) => [bundle, ...findings.map(asLine)])).toEqual([
    [null, 'error empty-file functions/empty/index.js:1:1 functions/empty/index.js holds no code'],
    [
      null,
      'error no-lambda functions/other/index.js:1:1 functions/other/index.js has no function named lambda',
    ],
  ]);
});

test.each([
  ['v1', 'function lambda(input, callback) { callback(null, 1; }', '1:52 Unexpected token'],
  ['v2', "import 'luxon';\nasync function lambda() {\n  return { a: 1 ;\n}", '3:17 Unexpected token'],
  ['v2', 'async function lambda() {\n  return 1;\n', '3:1 Unexpected token'],
  ['v2', 'with (1) {}\nconst lambda = () => 1;', "1:1 'with' in strict mode"],
  ['v2', 'x(', '1:3 Unexpected token'],
] as const)('a fault in the syntax is all that is said: %s %s', async (generation, code, place) => {
  const [result] = await build(bundleProject({ 'f/index.js': code }), ['f'], [generation]);
  expect(result?.bundle).toBeNull();
  expect(result?.findings.map(asLine)).toEqual([`error syntax-error functions/f/index.js:${place}`]);
});

test('a file that only V8 takes for faulty is left to the rules', async () => {
  const root = bundleProject({ 'f/index.js': '#!/usr/bin/env node\nexport const lambda = async () => 1;' });
  expect(await complaints(root, 'f', 'v2')).toEqual([
    'error left-over-export functions/f/index.js:2:1 an export at the top level, which the platform does not accept',
  ]);
});

describe('the shape of a hand-written handler', () => {
  test.each([
    ['v1', 'function lambda(input, callback) { callback(null, 1); }', []],
    ['v1', 'function lambda() { arguments[1](null, 1); }\nrequire("luxon");', []],
    ['v1', 'function lambda(input, { then }) { then(1); }', []],
    [
      'v1',
      'require("luxon");\nfunction lambda(input) { return 1; }',
      ['error wrong-lambda functions/f/index.js:2:1 lambda takes no callback, so v1 never learns its answer'],
    ],
    [
      'v1',
      'function lambda(input, callback) { return 1; }',
      ['error wrong-lambda functions/f/index.js:1:1 lambda never calls callback'],
    ],
    ['v2', 'async function lambda(input) { return 1; }', []],
    ['v2', 'function lambda(input) { return 1; }', []],
    [
      'v2',
      'import "luxon";\nconst lambda = async (input, callback) => callback(null, 1);',
      ['error wrong-lambda functions/f/index.js:2:16 lambda takes 2 parameters, but is given the input only'],
    ],
    [
      'v2',
      'async function* lambda(input) {}',
      ['error wrong-lambda functions/f/index.js:1:1 lambda is a generator'],
    ],
    [
      'v2',
      'import "luxon";\nconst lambda = 5;',
      ['error wrong-lambda functions/f/index.js:2:16 lambda is not a function'],
    ],
    [
      'v2',
      'import "luxon";\nconst api = { lambda: 1 };',
      [
        'error no-lambda functions/f/index.js:1:1 no function named lambda at the top level of functions/f/index.js',
      ],
    ],
    [
      'v1',
      'exports.lambda = function (input, callback) { callback(null, require("luxon"), { lambda: 1 }); };',
      [
        'error no-lambda functions/f/index.js:1:1 no function named lambda at the top level of functions/f/index.js',
      ],
    ],
  ] as const)('is judged on %s: %s', async (generation, code, expected) => {
    expect(await complaints(bundleProject({ 'f/index.js': code }), 'f', generation)).toEqual(expected);
  });
});
