// Builds the commands into build/: one file per verb, so that a command loads what it needs and nothing else.
import { readdirSync } from 'node:fs';
import { build, context } from 'esbuild';

const folder = (path) =>
  readdirSync(path)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${path}/${file}`);

/** A verb stays a file of its own, required when it is called for. */
const lazyVerbs = {
  name: 'lazy-verbs',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^\.\/verbs\// }, ({ path }) => ({
      path: path.replace(/\.ts$/, '.js'),
      external: true,
    }));
  },
};

const options = {
  entryPoints: [
    'emulator/index.ts',
    ...folder('emulator/cli').filter((file) => file.includes('/lpf-')),
    ...folder('emulator/cli/verbs'),
    'emulator/bundle/strict-child.ts',
    'emulator/runtime/child.ts',
    'emulator/runtime/realm/index.ts',
  ],
  outdir: 'build',
  outbase: 'emulator',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Real packages stay external where they are large and needed by few; small ones are inlined, which starts faster.
  external: ['esbuild', 'vm2', '@livepersoninc/rich-content-validator'],
  // A bare require of an external loads in a millisecond; a native import() would first start the ESM loader.
  supported: { 'dynamic-import': false },
  mainFields: ['module', 'main'],
  plugins: [lazyVerbs],
  logLevel: 'warning',
};

if (process.argv.includes('--watch')) {
  await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  await build(options);
}
