import { strictEngineFindings } from '../../emulator/invoke/strict.ts';
import { generations } from '../../emulator/platform/generations.ts';
import { asLine, bundleOf, bundleProject } from '../bundle/bundle-project.ts';

const sources = {
  'good/index.ts': `import { Toolbelt } from 'core-functions-toolbelt';
import { DateTime } from 'luxon';
import { createHash } from 'node:crypto';
const secrets = Toolbelt.SecretClient();
class Mine extends DateTime {}
const later = new URL('https://a.example');
const text = new TextDecoder().decode(crypto.getRandomValues(new Uint8Array(4)));
const blob = new Blob([text, Uint8Array.of(1)]);
export const lambda = async () => [secrets, Mine, later, createHash('md5'), blob];`,
  'evil/index.ts': `const all = 1;
const x = eval('1 + 1');
export const lambda = async () => x + all;`,
  'throws/index.ts': `function start(): number {
  throw new TypeError('not today');
}
const x = start();
export const lambda = async () => x;`,
  'loops/index.ts': `for (;;);
export const lambda = async () => 1;`,
  'exits/index.ts': `process.exit(0);
export const lambda = async () => 1;`,
  'files/index.ts': `import { readFileSync } from 'fs';
export const lambda = async () => readFileSync('x');`,
};

test('the strict engine says where it cannot load a bundle, and one that hangs does not hold up the others', async () => {
  const root = bundleProject(sources);
  const names = Object.keys(sources).map((path) => path.split('/')[0] ?? '');
  const bundles = await Promise.all(
    names.flatMap((name) =>
      (name === 'loops' ? (['v2'] as const) : generations).map((generation) =>
        bundleOf(root, name, generation),
      ),
    ),
  );
  const findings = await strictEngineFindings(bundles);
  const lines = bundles.map(({ function: name, generation }, index) => {
    const finding = findings[index];
    return `${name} ${generation}: ${finding ? asLine(finding) : 'loads'}`;
  });
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "good v1: loads
    good v2: loads
    evil v1: error strict-engine functions/evil/index.ts:2:11 the strict engine cannot load the bundle: Code generation from strings disallowed for this context
    evil v2: error strict-engine functions/evil/index.ts:2:11 the strict engine cannot load the bundle: Code generation from strings disallowed for this context
    throws v1: error strict-engine functions/throws/index.ts:2:9 the strict engine cannot load the bundle: not today
    throws v2: error strict-engine functions/throws/index.ts:2:9 the strict engine cannot load the bundle: not today
    loops v2: error strict-engine functions/loops/index.ts the strict engine cannot load the bundle: no answer within 5000 ms
    exits v1: error strict-engine functions/exits/index.ts:1:9 the strict engine cannot load the bundle: process.exit is not a function
    exits v2: error strict-engine functions/exits/index.ts:1:9 the strict engine cannot load the bundle: process.exit is not a function
    files v1: error strict-engine functions/files/index.ts:1:30 the strict engine cannot load the bundle: Cannot find module 'fs'
    files v2: error strict-engine functions/files/index.ts:1:10 the strict engine cannot load the bundle: Cannot find module 'fs'"
  `);
});

test('a hand-written file is loaded as it is', async () => {
  const root = bundleProject({
    'one/index.js': `import { Toolbelt } from 'core-functions-toolbelt';\nasync function lambda(input) { return Toolbelt; }`,
    'two/index.js': `function lambda(input, callback) { callback(null, 1); }\nrequire('fs').readFileSync('/etc/passwd');`,
    'three/index.js': `// lambda\nconst lambda2 = 1; { let lambda; }`,
  });
  const bundles = [
    await bundleOf(root, 'one', 'v2'),
    await bundleOf(root, 'two', 'v1'),
    await bundleOf(root, 'three', 'v2'),
  ];
  const findings = await strictEngineFindings(bundles);
  expect(findings.map((finding) => finding && asLine(finding))).toMatchInlineSnapshot(`
    [
      null,
      "error strict-engine functions/two/index.js:2:1 the strict engine cannot load the bundle: Cannot find module 'fs'",
      "error strict-engine functions/three/index.js the strict engine cannot load the bundle: the bundle has no function named lambda at its top level",
    ]
  `);
});
