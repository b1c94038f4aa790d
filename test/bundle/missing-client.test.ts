import { bundleProject, complaints } from './bundle-project.ts';

/** What is said of a function with the toolbelt, whose lambda, from line 3 on, is `body`. */
async function said(body: string, generation: 'v1' | 'v2', minify = false): Promise<string[]> {
  const source = `import { Toolbelt } from 'core-functions-toolbelt';
export async function lambda(input: any): Promise<unknown> {
  ${body}
}
export const kept = Toolbelt;
`;
  return complaints(bundleProject({ 'f/index.ts': source }), 'f', generation, minify);
}

const call = `return (Toolbelt as any).HTTPClient()({ url: 'https://a.example' });`;
const told =
  'warning missing-client functions/f/index.ts:3:11 Toolbelt.HTTPClient does not exist on v2: calling it crashes the function';

test('a client that the toolbelt of v2 lacks is told on v2, minified or not, and not on v1', async () => {
  expect(await said(call, 'v2')).toEqual([told]);
  expect(await said(call, 'v2', true)).toEqual([told]);
  expect(await said(call, 'v1')).toEqual([]);
});

test('a missing client is not what is only looked for, nor what a fetch becomes on v1', async () => {
  const careful = `const make = (Toolbelt as any).HTTPClient; return make?.() ?? (Toolbelt as any).HTTPClient?.();`;
  expect(await said(careful, 'v2')).toEqual([]);
  expect(await said(`return (await fetch('https://a.example')).text();`, 'v1')).toEqual([]);
  expect(await said('return input.client.HTTPClient();', 'v2')).toEqual([]);
});
