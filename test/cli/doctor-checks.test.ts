import manifest from '../../package.json';
import { coversFunctions } from '../../emulator/cli/doctor/editor.ts';
import { checkLibraries } from '../../emulator/cli/doctor/libraries.ts';
import { checkNode } from '../../emulator/cli/doctor/node.ts';
import { renderChecks } from '../../emulator/cli/doctor/render.ts';

test.each([
  [['good', 'good'], 'all good'],
  [['good', 'warning'], '1 warning'],
  [['error', 'error', 'warning'], '2 errors, 1 warning'],
] as const)('the closing line counts: %p', (statuses, closing) => {
  const checks = statuses.map((status) => ({ subject: 'a', status, message: 'b' }));
  expect(renderChecks(checks, false).split('\n').at(-2)).toBe(closing);
});

test('colours are only for those who can see them', () => {
  const escape = String.fromCodePoint(27);
  const checks = [{ subject: 'a', status: 'good' as const, message: 'b' }];
  expect(renderChecks(checks, true)).toContain(`${escape}[32m✓${escape}[39m a  b`);
  expect(renderChecks(checks, false)).not.toContain(escape);
});

test.each([
  ['20.18.3', 'error'],
  ['18.20.0', 'error'],
  ['20.19.0', 'warning'],
  ['22.11.0', 'good'],
  ['24.1.0', 'warning'],
])('Node %s is %s', (version, status) => {
  expect(checkNode(version).status).toBe(status);
});

test('the libraries that a function finds are named with their versions', () => {
  const { jsforce, lodash, undici } = manifest.devDependencies;
  const [v1 = '', v2 = ''] = checkLibraries().map(({ message }) => message);
  expect(v1).toMatch(/^v1: jsforce /);
  expect(v1).toContain(`jsforce ${jsforce}, `);
  expect(v1).toContain(`lodash ${lodash}, `);
  expect(v2).toMatch(/^v2: luxon /);
  expect(v2).toContain(`undici ${undici}`);
  expect(v2).not.toContain('lodash');
});

test.each([
  ['{ "include": ["functions"] }', true],
  ['{ // all of it\n "include": ["src", "./functions/**/*.ts",] }', true],
  ['{ "include": ["**/*"] }', true],
  ['{ "include": ["."] }', true],
  ['{}', true],
  ['{ "include": ["src"] }', false],
  ['{ "include": ["functionsOld"] }', false],
  ['{ "include": [] }', false],
  ['{ "files": ["a.ts"] }', false],
])('tsconfig.json %s covers functions/: %s', (text, covered) => {
  expect(coversFunctions(text)).toBe(covered);
});
