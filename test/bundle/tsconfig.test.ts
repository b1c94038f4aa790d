import { asLine, build, bundleOf, bundleProject } from './bundle-project.ts';

test('a tsconfig.json does not change the bytes', async () => {
  const source = 'export class A { b = 1 }\nexport const lambda = async () => new A().b;';
  const plain = bundleProject({ 'a/index.ts': source });
  const strict = bundleProject({
    'a/index.ts': source,
    '/tsconfig.json': { compilerOptions: { strict: true, target: 'ES5', useDefineForClassFields: false } },
  });
  expect((await bundleOf(strict, 'a', 'v1')).code).toBe((await bundleOf(plain, 'a', 'v1')).code);
});

test('a decorator in a project with those of the older kind is told, and in any other it is not', async () => {
  const source = `const twice = (f: unknown) => f;
// @author somebody
class A { @twice b() { return 1; } }
export const lambda = async () => new A().b();`;
  const flag = (experimentalDecorators: boolean) =>
    bundleProject({
      'a/index.ts': source,
      '/tsconfig.json': { compilerOptions: { experimentalDecorators } },
    });
  const [legacy, standard] = await Promise.all(
    [true, false].map(async (on) => (await build(flag(on), ['a'], ['v2']))[0]),
  );
  expect(legacy?.bundle?.code).toBe(standard?.bundle?.code);
  expect(standard?.findings).toEqual([]);
  expect(legacy?.findings.map(asLine)).toEqual([
    'warning tsconfig-ignored functions/a/index.ts:3:11 this decorator becomes one of the JavaScript standard: ' +
      '"experimentalDecorators" in tsconfig.json is not followed',
  ]);
});

test.each([
  ['@deep/p', { paths: { '@deep/*': ['./deep/*'] } }],
  ['deep/p', { baseUrl: '.' }],
])('an import that tsconfig.json maps is not taken for a package: %s', async (name, compilerOptions) => {
  const root = bundleProject({
    'a/index.ts': `import { p } from '${name}';\nexport const lambda = async () => p;`,
    '/deep/p.ts': 'export const p = 1;',
    '/tsconfig.json': { compilerOptions },
  });
  const [result] = await build(root, ['a'], ['v2']);
  expect(result?.findings).toEqual([
    expect.objectContaining({
      code: 'unresolved-import',
      message: `"${name}" is mapped in tsconfig.json, and neither its "paths" nor its "baseUrl" is followed`,
      hint: expect.not.stringContaining('npm install'),
    }),
  ]);
});
