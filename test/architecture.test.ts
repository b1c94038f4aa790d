import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..');
const emulator = join(root, 'emulator');

/** The order in which data flows: a folder imports only from those before it. */
const order = (
  'errors platform project bundle payload services runtime invoke connector conversation endpoint ' +
  'integration compare report serve cli'
).split(' ');

/** The same within folders that have folders of their own, whose other files stand above them all. */
const orderWithin: Readonly<Record<string, readonly string[]>> = {
  connector: 'settings bot transcript request answer session jobs'.split(' '),
  payload: 'document check schema mock account compose'.split(' '),
};

/** Modules that take tens of milliseconds to load: a command that does not need them must not wait for them. */
const heavy =
  'esbuild vm2 yaml acorn acorn-walk typescript nock jose chokidar @livepersoninc/rich-content-validator'.split(
    ' ',
  );

/** Files that a process starts with. */
const isEntry = (file: string): boolean => /^(index|cli\/.*|runtime\/(child|realm\/index))\.ts$/.test(file);

interface Import {
  from: string;
  typeOnly: boolean;
}

interface Source {
  /** Path below emulator/, with forward slashes. */
  file: string;
  lines: number;
  tree: ts.SourceFile;
  imports: Import[];
}

const sources = readdirSync(emulator, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => read(join(entry.parentPath, entry.name)));

function read(path: string): Source {
  const text = readFileSync(path, 'utf8');
  const file = relative(emulator, path).replaceAll('\\', '/');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return { file, lines: text.trimEnd().split('\n').length, tree, imports: importsOf(tree) };
}

/** Static imports and re-exports, and `import()` of a literal: all that one file takes from another. */
function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [name] = node.arguments;
      if (name && ts.isStringLiteral(name)) found.push({ from: name.text, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return [...found, ...staticImportsOf(tree)];
}

function staticImportsOf(tree: ts.SourceFile): Import[] {
  return tree.statements.flatMap((node) => {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return [];
    if (!node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return [];
    const typeOnly = ts.isExportDeclaration(node) ? node.isTypeOnly : isTypeOnly(node.importClause);
    return [{ from: node.moduleSpecifier.text, typeOnly }];
  });
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined || clause.name !== undefined) return clause?.isTypeOnly ?? false;
  const named = clause.namedBindings;
  const each = named && ts.isNamedImports(named) ? named.elements.map((element) => element.isTypeOnly) : [];
  return clause.isTypeOnly || (each.length > 0 && each.every(Boolean));
}

/** The folder of emulator/ that a file belongs to; its own name for the files at the top. */
function folderOf(file: string): string {
  return file.split('/')[0]?.replace(/\.ts$/, '') ?? file;
}

test('every folder of emulator/ has its place in the order', () => {
  const folders = new Set(sources.map(({ file }) => folderOf(file)));
  expect([...folders].filter((folder) => folder !== 'index' && !order.includes(folder))).toEqual([]);
});

test('a folder imports only from those before it', () => {
  const against = sources.flatMap(({ file, imports }) =>
    imports
      .filter(({ from }) => from.startsWith('.'))
      .map(({ from }) => posix.join(dirname(file), from))
      .filter((target) => folderOf(file) !== 'index' && isAfter(folderOf(target), folderOf(file)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(against).toEqual([]);
});

test.each(Object.entries(orderWithin))('so does a folder within %s/', (name, inner) => {
  const within = sources.filter(({ file }) => folderOf(file) === name);
  const placeOf = (file: string): number => {
    const folder = dirname(file).slice(name.length + 1);
    return folder === '' ? inner.length : inner.indexOf(folder);
  };
  expect(within.filter(({ file }) => placeOf(file) < 0).map(({ file }) => file)).toEqual([]);
  const against = within.flatMap(({ file, imports }) =>
    imports
      .filter(({ from }) => from.startsWith('.'))
      .map(({ from }) => posix.join(dirname(file), from))
      .filter((target) => folderOf(target) === name && placeOf(target) > placeOf(file))
      .map((target) => `${file} imports ${target}`),
  );
  expect(against).toEqual([]);
});

function isAfter(target: string, own: string): boolean {
  return !order.includes(target) || order.indexOf(target) > order.indexOf(own);
}

/** For each file, those that it names in its imports, types included. */
const named = filesBy(() => true);

/** For each file, those that are loaded with it. */
const atLoad = filesBy(({ typeOnly }) => !typeOnly);

function filesBy(counts: (each: Import) => boolean): Map<string, string[]> {
  return new Map(
    sources.map(({ file, tree }) => {
      const own = staticImportsOf(tree).filter((each) => each.from.startsWith('.') && counts(each));
      return [file, own.map(({ from }) => posix.join(dirname(file), from))];
    }),
  );
}

test('no two files import each other, however far around', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
    if (done.has(file) || trail.includes(file)) return;
    for (const target of named.get(file) ?? []) walk(target, [...trail, file]);
    done.add(file);
  };
  for (const file of named.keys()) walk(file, []);
  expect(circles).toEqual([]);
});

test('no file is longer than 300 lines, and half of them are under 80', () => {
  expect(sources.filter(({ lines }) => lines > 300).map(({ file, lines }) => `${file}: ${lines}`)).toEqual(
    [],
  );
  const lengths = sources.map(({ lines }) => lines).toSorted((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
});

test('no process starts with a heavy module: what needs one is imported when it is called for', () => {
  const reached = new Set(sources.map(({ file }) => file).filter(isEntry));
  for (const file of reached) for (const target of atLoad.get(file) ?? []) reached.add(target);
  const loads = sources.flatMap(({ file, tree }) =>
    staticImportsOf(tree)
      .filter(({ from, typeOnly }) => reached.has(file) && !typeOnly && isHeavy(from))
      .map(({ from }) => `${file} imports ${from}`),
  );
  expect(loads).toEqual([]);
});

function isHeavy(from: string): boolean {
  return heavy.some((name) => from === name || from.startsWith(`${name}/`));
}

test('nothing is exported by default', () => {
  const defaults = sources
    .filter(({ tree }) => tree.statements.some(isDefaultExport))
    .map(({ file }) => file);
  expect(defaults).toEqual([]);
});

function isDefaultExport(node: ts.Statement): boolean {
  if (ts.isExportAssignment(node)) return true;
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  const clause = ts.isExportDeclaration(node) ? node.exportClause : undefined;
  const names = clause && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : [];
  return names.includes('default') || modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}

test('the public API re-exports and does nothing else', () => {
  const index = sources.find(({ file }) => file === 'index.ts');
  const statements = index?.tree.statements ?? [];
  expect(statements.filter((node) => !ts.isExportDeclaration(node)).map((node) => node.getText())).toEqual(
    [],
  );
});

test('relative imports name the file that they mean', () => {
  const bare = sources.flatMap(({ file, imports }) =>
    imports
      .filter(({ from }) => from.startsWith('.') && !from.endsWith('.ts'))
      .map(({ from }) => `${file}: ${from}`),
  );
  expect(bare).toEqual([]);
});
