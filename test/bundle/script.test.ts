import { compileFunction } from 'node:vm';
import { toScript } from '../../emulator/bundle/script.ts';

const modules: Record<string, unknown> = {
  a: { one: 1, two: 2, 'a-b': 3 },
  b: Object.assign(() => 'called', { named: 'n' }),
};

/** Runs the script and gives back what the expression in its last line is worth. */
async function evaluate(code: string): Promise<unknown> {
  const script = await toScript(code, 'v2');
  const loaded: string[] = [];
  const load = (name: string): unknown => {
    loaded.push(name);
    return modules[name];
  };
  const run = compileFunction(`${script}\nreturn typeof answer === 'undefined' ? null : answer`, ['require']);
  const value: unknown = run(load);
  return { value: await value, loaded };
}

const lines = (text: string): number => text.split('\n').length;

describe('toScript', () => {
  test('leaves v1 text as it is', async () => {
    const code = 'const x = require("a");\nimport("b");';
    expect(await toScript(code, 'v1')).toBe(code);
  });

  test('leaves a module without imports as it is', async () => {
    expect(await toScript('async function lambda() {}\n', 'v2')).toBe('async function lambda() {}\n');
  });

  test.each([
    ['named', 'import { one, two } from "a";\nconst answer = [one, two];', [1, 2], ['a']],
    ['renamed', 'import { one as two } from "a";\nconst answer = two;', 1, ['a']],
    ['trailing comma', 'import { one, } from "a";\nconst answer = one;', 1, ['a']],
    ['string name', 'import { "a-b" as three } from "a";\nconst answer = three;', 3, ['a']],
    ['default', 'import b from "b";\nconst answer = b();', 'called', ['b']],
    [
      'default by name',
      'import { default as b, named } from "b";\nconst answer = [b(), named];',
      ['called', 'n'],
      ['b'],
    ],
    ['namespace', 'import * as all from "a";\nconst answer = all.two;', 2, ['a']],
    [
      'default and named',
      'import b, { named as n } from "b";\nconst answer = [b(), n];',
      ['called', 'n'],
      ['b'],
    ],
    ['default and namespace', 'import b, * as all from "b";\nconst answer = b === all;', true, ['b']],
    ['bare', 'import "a";\nconst answer = 0;', 0, ['a']],
    ['empty braces', 'import {} from "a";\nconst answer = 0;', 0, ['a']],
    ['single quotes without semicolon', "import { one } from 'a'\nconst answer = one", 1, ['a']],
    [
      'no semicolon before a bracket',
      "import { one } from 'a'\n;[2].map(String)\nconst answer = one",
      1,
      ['a'],
    ],
    [
      'minified',
      'import{one as o}from"a";import*as $ from"b";import b,{named as n}from"b";const answer=[o,$===b,n];',
      [1, true, 'n'],
      ['a', 'b', 'b'],
    ],
    ['attributes', 'import a from "a" with { type: "json" };\nconst answer = a.one;', 1, ['a']],
    ['names with $ and _', 'import { one as $_ } from "a";\nconst answer = $_;', 1, ['a']],
  ])('binds %s imports by require', async (_, code, value, loaded) => {
    expect(await evaluate(code)).toEqual({ value, loaded });
  });

  test('keeps every line where it was, also when an import spans several', async () => {
    const code = [
      '// banner',
      'import {',
      '  one, // the first',
      '  /* , from "q" */ two as second,',
      '} from "a";',
      'import b from "b";',
      'const answer = [one, second, b()];',
    ].join('\n');
    const script = await toScript(code, 'v2');
    expect(lines(script)).toBe(lines(code));
    expect(script).toMatchInlineSnapshot(`
      "// banner
      const { one, two: second } = require("a");



      const b = require("b");
      const answer = [one, second, b()];"
    `);
    expect(await evaluate(code)).toEqual({ value: [1, 2, 'called'], loaded: ['a', 'b'] });
  });

  test('binds an import that comes after code before that code runs', async () => {
    const code = 'const answer = one;\nimport { one } from "a";';
    expect(await evaluate(code)).toEqual({ value: 1, loaded: ['a'] });
  });

  test('keeps the columns of code that follows an import on the same line', async () => {
    const code = '// banner\nimport{one as o}from"a";const answer=o;';
    const script = await toScript(code, 'v2');
    expect(script.split('\n')[1]?.indexOf('const answer')).toBe(code.split('\n')[1]?.indexOf('const answer'));
  });

  test('leaves text that only looks like an import', async () => {
    const code = 'const answer = \'import x from "y"\' + `import "z"`; // import q from "q"';
    expect(await toScript(code, 'v2')).toBe(code);
  });

  test('turns a dynamic import into a promise of the module and its default', async () => {
    const code = 'const answer = import("a").then((a) => [a.one, a.default.two]);';
    expect(await evaluate(code)).toEqual({ value: [1, 2], loaded: ['a'] });
  });

  test('gives import.meta a url', async () => {
    expect(await evaluate('const answer = import.meta.url;')).toEqual({
      value: 'file:///index.js',
      loaded: [],
    });
  });

  test('leaves an export for the engine to complain about', async () => {
    const script = await toScript('import { one } from "a";\nexport { one };', 'v2');
    expect(script).toContain('\nexport { one };');
  });

  test('returns text that cannot be read as a module for the engine to complain about', async () => {
    const code = 'import { one from "a";\nfunction (';
    expect(await toScript(code, 'v2')).toBe(code);
  });
});
