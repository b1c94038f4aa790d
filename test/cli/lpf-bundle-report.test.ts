import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundleProject } from '../bundle/bundle-project.ts';
import { command } from './command.ts';

const greet = `export async function lambda(input: { payload: { name: string } }): Promise<string> {
  return \`Hello \${input.payload.name}\`;
}`;

const lpfBundle = (cwd: string, ...args: string[]) => {
  const { code, stdout } = command('lpf-bundle', cwd, args, { env: {} });
  return { code, stdout: stdout.replaceAll(/\d+(\.\d+)? m?s$/gm, '… ms') };
};

test('a tightened limit is what the share and the complaint go by', () => {
  const root = bundleProject({ 'greet/index.ts': greet });
  expect(lpfBundle(root, '--check', '-g', 'v2', '--limit', 'sourceSize=100').stdout).toMatchInlineSnapshot(`
    "   function  generation  characters  of limit  file
    ✗  greet     v2                 203     203 %  only checked

    greet
      ✗ too-large  203 characters, 103 too many: the limit sourceSize is 100 (from --limit sourceSize)
             74  functions/greet/index.ts
            129  banner, wrapper and what holds the modules together
        at functions/greet/index.ts:1:1
        → try --minify; then replace the heaviest package, or use what the platform provides

    1 bundle checked, 1 error, … ms
    "
  `);
  const { stdout } = lpfBundle(root, '--check', '-g', 'v2', '--limit', 'sourceSize=100', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ bundles: [{ limit: 100 }] });
});

test('a key of config.json that is misspelt is a warning', () => {
  const root = bundleProject({
    'greet/index.ts': greet,
    'greet/config.json': { name: 'greet', event: null, description: 'Answers', inputs: {}, skills: [] },
  });
  const { code, stdout } = lpfBundle(root, '--check');
  expect(code).toBe(0);
  expect(stdout).toContain('! bad-config  "inputs" in config.json is no key that is read\n');
  expect(stdout).toContain('→ did you mean "input"?\n');
  expect(stdout).not.toContain('skills');
});

test.each([
  ['xterm', true],
  ['dumb', false],
])('a terminal that calls itself %s has colours: %s', (TERM, coloured) => {
  // Nothing else that is everywhere gives a terminal.
  if (!existsSync('/usr/bin/script')) return;
  const root = bundleProject({ 'greet/index.ts': greet });
  const entry = join(__dirname, '../../build/lpf-bundle.js');
  const line = `"${process.execPath}" "${entry}" --check -g v2`;
  const { stdout } = spawnSync('/usr/bin/script', ['-qec', line, '/dev/null'], {
    cwd: root,
    env: { TERM, SHELL: '/bin/sh' },
    encoding: 'utf8',
  });
  expect(stdout).toContain('greet');
  expect(stdout.includes('\u001B[3')).toBe(coloured);
});
