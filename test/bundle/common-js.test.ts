import { bundleProject, complaints } from './bundle-project.ts';

const lacks = (place: string, name: string) =>
  `error common-js functions/f/index.${place} ${name} does not exist on v2, where a function is an ES module`;

/** What is said of a source whose lambda has `body` in its second line. */
async function said(body: string, generation: 'v1' | 'v2', minify = false): Promise<string[]> {
  const source = `export async function lambda(input: any): Promise<unknown> {\n  ${body}\n}\n`;
  return complaints(bundleProject({ 'f/index.ts': source }), 'f', generation, minify);
}

describe('names of CommonJS on v2', () => {
  test.each([
    ['return [__dirname, typeof module];', '2:11', '__dirname'],
    ['return __filename;', '2:10', '__filename'],
    ['return module;', '2:10', 'module'],
    ['return exports.x;', '2:10', 'exports'],
  ])('%s in a source', async (body, place, name) => {
    for (const minify of [false, true]) {
      expect(await said(body, 'v2', minify)).toEqual([lacks(`ts:${place}`, name)]);
    }
    expect(await said(body, 'v1')).toEqual([]);
  });

  test('in a hand-written module', async () => {
    const code = `import 'luxon';\nconst fs = require('crypto');\nasync function lambda() {}\nmodule.exports = { lambda };`;
    expect(await complaints(bundleProject({ 'f/index.js': code }), 'f', 'v2')).toEqual([
      lacks('js:2:12', 'require'),
      lacks('js:4:1', 'module'),
    ]);
  });

  test('are left alone where they are asked for first, or are the function’s own', async () => {
    const body = `const here = typeof __dirname === 'string' ? __dirname : '';
      if (typeof exports === 'object' && typeof module !== 'undefined') module.exports = here;
      try { return __filename; } catch { return input.module; }`;
    expect(await said(body, 'v2')).toEqual([]);
    const own = `for (const module of input) { const { exports, require } = module; if (exports) return [require, () => module]; }
      return { module: 1, exports: (__dirname: string) => __dirname };`;
    expect(await said(own, 'v2')).toEqual([]);
  });

  test('in a package that is inlined are as they are in CommonJS, or a warning', async () => {
    const root = bundleProject({
      'f/index.ts': `import { x } from 'umd';\nimport { here } from 'lost';\nexport const lambda = async () => [x, here];`,
      'node_modules/umd/index.js': `(function (root, factory) {
  if (typeof define === 'function' && define.amd) define(['exports'], factory);
  else if (typeof exports === 'object') factory(exports, require('crypto'));
  else factory((root.umd = {}));
})(this, function (exports) { exports.x = module.id; });`,
      'node_modules/lost/index.js': 'exports.here = __dirname;',
    });
    for (const minify of [false, true]) {
      expect(await complaints(root, 'f', 'v2', minify)).toEqual([
        'warning common-js node_modules/lost/index.js:1:16 __dirname does not exist on v2, where a function is an ES module (in the package lost)',
      ]);
    }
  });
});
