import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary.ts';

const root = join(__dirname, '../..');
const packages = join(root, 'node_modules');

/** Our package as an installer put it there; `install` fills its `node_modules`. */
function installed(install: (modules: string) => void): string {
  const folder = temporaryFolder();
  for (const path of ['package.json', 'build', 'payloads'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  install(join(folder, 'node_modules'));
  return join(folder, 'build/lpf-emulator.js');
}

const project = temporaryFolder({
  'functions/hello/index.js': 'async function lambda() {\n  return "hello";\n}\n',
  'functions/hello/config.json': { name: 'hello', description: 'hello' },
});

test.each([
  ['is a link itself', (modules: string) => symlinkSync(packages, modules)],
  [
    'holds links, as pnpm makes them',
    (modules: string) => {
      const store = join(modules, '.pnpm/vm2/node_modules');
      mkdirSync(store, { recursive: true });
      cpSync(join(packages, 'vm2'), join(store, 'vm2'), { recursive: true });
      for (const name of ['acorn', 'acorn-walk']) symlinkSync(join(packages, name), join(store, name));
      symlinkSync(join(store, 'vm2'), join(modules, 'vm2'));
      symlinkSync(join(packages, 'esbuild'), join(modules, 'esbuild'));
    },
  ],
])('vm2 is found where node_modules %s', (_, install) => {
  const entry = installed(install);
  const { status, stdout } = spawnSync(process.execPath, [entry, 'invoke', 'hello', '--engine', 'vm2'], {
    cwd: project,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '"hello"\n' });
});
