// Builds the commands into build/. What a command loads later (`import()`, or `require` where it must be at once) stays
// a file of its own: V8 reads every character of a file that it loads, and half of a start would go into code that the
// start does not need.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { build, context, transformSync } from 'esbuild';
import { parseDocument } from 'yaml';

const source = 'emulator';
const files = readdirSync(source, { recursive: true })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join(source, file));

const lazyImport = /\b(?:import|require)\('(?<path>[^']+)'\)/g;
const lazy = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(lazyImport)].map(({ groups: { path } }) =>
    path.startsWith('.') ? relative('.', resolve(file, '..', path)) : path,
  ),
);

/** Packages that stay in node_modules: native, or with files of their own. */
const external = ['esbuild', 'vm2'];
const packages = [...new Set(lazy)].filter((path) => !path.startsWith(source) && !external.includes(path));

/** All of build/ is one folder, so that a lazy import finds its file from wherever it was inlined. */
const outName = (path) =>
  path
    .replace(/^emulator\/(cli\/(?=lpf-))?/, '')
    .replace(/\.ts$/, '')
    .replace('@', '')
    .replaceAll('/', '-');

const lazyFiles = {
  name: 'lazy-files',
  setup(esbuild) {
    esbuild.onResolve({ filter: /.*/ }, ({ path, kind, resolveDir }) => {
      if (kind !== 'dynamic-import' && kind !== 'require-call') return undefined;
      if (packages.includes(path)) return { path: `./${outName(path)}.js`, external: true };
      const file = relative('.', resolve(resolveDir, path));
      if (!lazy.includes(file)) return undefined;
      return { path: `./${outName(file)}.js`, external: true };
    });
  },
};

/** Schemas of other channels than the web are most of what the validator of rich content would have V8 read. */
const webSchemasAlone = {
  name: 'web-schemas-alone',
  setup(esbuild) {
    esbuild.onLoad({ filter: /rich-content-validator.dist.schemas.*\.json$/ }, ({ path }) =>
      /schemas.web\W/.test(path) ? undefined : { contents: '{}', loader: 'json' },
    );
  },
};

const own = [
  'index.ts',
  'cli/lpf-emulator.ts',
  'cli/lpf-bundle.ts',
  'cli/lpf-endpoint.ts',
  'runtime/child.ts',
  'runtime/realm/index.ts',
].map((file) => `${source}/${file}`);
const entries = [...own, ...lazy.filter((path) => path.startsWith(source))];

const options = {
  entryPoints: [...new Set([...entries, ...packages])].map((path) => ({ in: path, out: outName(path) })),
  outdir: 'build',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  define: { LPF_VERSION: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version) },
  external,
  // A bare require takes a millisecond; a native import() would first start the ESM loader.
  supported: { 'dynamic-import': false },
  mainFields: ['module', 'main'],
  plugins: [lazyFiles, webSchemasAlone],
  logLevel: 'warning',
};

/** The stored payloads with their values, by text: to parse them anew for every run takes longer than the run. */
function preparePayloads() {
  const stored = readdirSync('payloads', { recursive: true }).filter((file) => file.endsWith('.yaml'));
  const texts = stored.map((file) => readFileSync(join('payloads', file), 'utf8'));
  // A file with a fault is left to the command that reads it, which says where the fault is.
  const good = texts
    .map((text) => [text, parseDocument(text, { schema: 'core', logLevel: 'silent' })])
    .filter(([, { errors, warnings }]) => errors.length + warnings.length === 0);
  mkdirSync('build', { recursive: true });
  writeFileSync(
    'build/payloads.json',
    JSON.stringify(good.map(([text, document]) => [text, document.toJS()])),
  );
}

/** The libraries that the platform provides, of both generations, as the emulator's own table has them. */
async function libraryNames() {
  const table = readFileSync(join(source, 'platform/modules.ts'), 'utf8');
  const { code } = transformSync(table, { loader: 'ts', format: 'esm' });
  const { libraries } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return [...new Set(Object.values(libraries).flat())];
}

const libraryFile = (name) => `library-${outName(name)}.js`;
const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;

/**
 * One file for each library, since an instance may read nothing outside build/, and what each is: its file and version.
 * Names of functions and classes stay what they are: functions compare them, and stacks show them.
 */
async function buildLibraries() {
  const { resolve: entryOf } = createRequire(import.meta.url);
  const names = await libraryNames();
  await build({
    entryPoints: names.map((name) => ({ in: entryOf(name), out: libraryFile(name).slice(0, -'.js'.length) })),
    outdir: 'build',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['main'],
    minifyWhitespace: true,
    minifySyntax: true,
    keepNames: true,
    legalComments: 'eof',
    logLevel: 'warning',
  });
  const made = names.map((name) => [name, { version: versionOf(name), file: libraryFile(name) }]);
  writeFileSync('build/libraries.json', `${JSON.stringify(Object.fromEntries(made), null, 2)}\n`);
  return names.map(libraryFile);
}

/** Files that an earlier build made and this one did not: whoever runs what is in build/ meets nothing else till then. */
function removeOld(made) {
  const kept = new Set([...made, 'libraries.json', 'payloads.json', 'types']);
  for (const name of readdirSync('build'))
    if (!kept.has(name)) rmSync(join('build', name), { recursive: true });
}

preparePayloads();
const libraries = buildLibraries();
if (process.argv.includes('--watch')) {
  await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  await build(options);
}
removeOld([...options.entryPoints.map(({ out }) => `${out}.js`), ...(await libraries)]);
