import { generations } from '../../emulator/platform/generations.ts';
import { libraries } from '../../emulator/platform/modules.ts';
import { asLine, build, bundleOf, bundleProject, complaints } from './bundle-project.ts';

const all = [...new Set(Object.values(libraries).flat())];

/** Packages as an installer puts them, each saying that it was inlined. */
const installed = (...names: string[]) =>
  Object.fromEntries(
    names.flatMap((name) => [
      [`node_modules/${name}/index.js`, `module.exports = () => 'inlined ${name}';`],
      [`node_modules/${name}/package.json`, { name, main: 'index.js' }],
    ]),
  );

const uses = (...names: string[]): string =>
  [
    ...names.map((name, index) => `import l${index} from '${name}';`),
    `export const lambda = async () => [${names.map((_, index) => `l${index}`).join(', ')}];`,
  ].join('\n');

/** What is inlined into the bundle of a function that uses `names`, and what is left to be loaded. */
async function outcome(names: string[], generation: 'v1' | 'v2', files: Record<string, unknown>) {
  const root = bundleProject({ 'f/index.ts': uses(...names), ...files });
  const { code, imports } = await bundleOf(root, 'f', generation);
  return {
    inlined: names.filter((name) => code.includes(`inlined ${name}`)),
    loaded: imports?.toSorted(),
    complaints: await complaints(root, 'f', generation),
  };
}

test.each(generations)(
  'what the platform provides on %s stays outside, though it is installed',
  async (generation) => {
    const provided = [...libraries[generation]];
    expect(await outcome(all, generation, installed(...all))).toEqual({
      inlined: all.filter((name) => !provided.includes(name)),
      loaded: provided.toSorted(),
      complaints: [],
    });
  },
);

test.each(generations)('a package that the platform lacks is inlined on %s', async (generation) => {
  expect(await outcome(['left-pad', 'lodash-es'], generation, installed('left-pad', 'lodash-es'))).toEqual({
    inlined: ['left-pad', 'lodash-es'],
    loaded: [],
    complaints: [],
  });
});

test.each(generations)('a path inside a library is inlined on %s', async (generation) => {
  const [library = ''] = libraries[generation];
  const files = {
    ...installed(library),
    [`node_modules/${library}/part.js`]: `module.exports = 'inlined part of ${library}';`,
  };
  const root = bundleProject({ 'f/index.ts': uses(library, `${library}/part`), ...files });
  const { code, imports } = await bundleOf(root, 'f', generation);
  expect(imports).toEqual([library]);
  expect(code).toContain(`inlined part of ${library}`);
  expect(code).not.toContain(`inlined ${library}`);
  expect(await complaints(root, 'f', generation)).toEqual([]);
});

test('what is neither installed nor provided says what to do', async () => {
  const root = bundleProject({
    'other/index.ts': uses('jsforce', '@jsforce/jsforce-node', 'es-toolkit'),
    'inside/index.ts': uses('es-toolkit/compat', 'luxon/src/luxon.js'),
  });
  const results = await build(root, ['other', 'inside']);
  const lines = results.map(({ function: name, generation, findings }) =>
    [`${name} ${generation}`, ...findings.flatMap((each) => [asLine(each), `→ ${each.hint}`])].join('\n  '),
  );
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "other v1
      error unresolved-import functions/other/index.ts:2:16 "@jsforce/jsforce-node" is provided by the platform on v2 only, and is not installed here
      → install it, so that it is inlined where the platform lacks it: npm install @jsforce/jsforce-node
      error unresolved-import functions/other/index.ts:3:16 "es-toolkit" is provided by the platform on v2 only, and is not installed here
      → install it, so that it is inlined where the platform lacks it: npm install es-toolkit
    other v2
      error unresolved-import functions/other/index.ts:1:16 "jsforce" is provided by the platform on v1 only, and is not installed here
      → use { Connection } of "@jsforce/jsforce-node", which v2 offers; it is too large to be inlined for v1
    inside v1
      error unresolved-import functions/inside/index.ts:1:16 "es-toolkit/compat" is not installed here, and the platform provides "es-toolkit" as a whole only, on v2
      → import from "es-toolkit", or install it, so that the path is inlined: npm install es-toolkit
      error unresolved-import functions/inside/index.ts:2:16 "luxon/src/luxon.js" is not installed here, and the platform provides "luxon" as a whole only, on v1 and v2
      → import from "luxon", or install it, so that the path is inlined: npm install luxon
    inside v2
      error unresolved-import functions/inside/index.ts:1:16 "es-toolkit/compat" is not installed here, and the platform provides "es-toolkit" as a whole only, on v2
      → import from "es-toolkit", or install it, so that the path is inlined: npm install es-toolkit
      error unresolved-import functions/inside/index.ts:2:16 "luxon/src/luxon.js" is not installed here, and the platform provides "luxon" as a whole only, on v1 and v2
      → import from "luxon", or install it, so that the path is inlined: npm install luxon"
  `);
});

test('a hand-written file cannot have a path inside a library', async () => {
  const code =
    'const get = require("lodash/get");\nfunction lambda(input, callback) { callback(null, get(input, "a")); }';
  expect(await complaints(bundleProject({ 'f/index.js': code }), 'f', 'v1')).toEqual([
    'error module-not-offered functions/f/index.js:1:21 the platform does not offer "lodash/get"',
  ]);
});
