import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { codes } from '../emulator/errors.ts';
import { connectorLimits } from '../emulator/platform/connector-limits.ts';
import type { Generation } from '../emulator/platform/generations.ts';
import { limits, limitsRead } from '../emulator/platform/limits.ts';
import { command } from './cli/command.ts';
import { blocks, section, table } from './markdown.ts';
import { temporaryFolder, writeFiles } from './temporary.ts';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const quality = readFileSync(join(root, 'docs/simulation-quality.md'), 'utf8');

const units: Record<string, (value: number) => string> = {
  ms: (value) => `${value / 1000} s`,
  bytes: (value) => (value % 1024 ? `${value.toLocaleString('en-GB')} bytes` : `${value / 1024 / 1024} MB`),
  cpu: (value) => `${value} CPU`,
};

function shownValue(value: number | null, unit: string): string {
  if (value === null) return 'none documented';
  return units[unit]?.(value) ?? `${value.toLocaleString('en-GB')} ${unit}`;
}

/** A source as a link of the text: its name, where it leads, and what is said beside it. */
interface Link {
  name: string;
  address: string;
  beside: string;
}

/** The link of a page or a repository; `null` for other words. */
function linkOf(source: string): Link | null {
  const [, page] = /^developers\.liveperson\.com\/([\w-]+)\.html$/.exec(source) ?? [];
  if (page) {
    return { name: page.replace(/^liveperson-functions-/, ''), address: `https://${source}`, beside: '' };
  }
  const [, name, file] = /^github\.com\/([\w-]+\/[\w-]+) (.+)$/.exec(source) ?? [];
  return name && file ? { name, address: `https://github.com/${name}`, beside: ` ${file}` } : null;
}

function shownSource(source: string): string {
  const parts = source.split(', ').map((part) => {
    const link = linkOf(part);
    return link ? `[${link.name}]${link.beside}` : part;
  });
  return parts.join(', ');
}

/** Where the links of `sources` lead, as Markdown defines it; those that `text` does not define. */
function undefinedIn(text: string, sources: readonly string[]): string[] {
  const links = sources.flatMap((source) => source.split(', ').flatMap((part) => linkOf(part) ?? []));
  const definitions = links.map(({ name, address }) => `[${name}]: ${address}`);
  return definitions.filter((definition) => !`${text}\n`.includes(`\n${definition}\n`));
}

function shownSources({ v1, v2 }: Record<Generation, string>): string {
  return v1 === v2 ? shownSource(v1) : `v1: ${shownSource(v1)}; v2: ${shownSource(v2)}`;
}

/** A helpful line is not compared with the code, but has to be there. */
function withoutWords(rows: string[][]): string[][] {
  expect(rows.filter(([, , , words]) => !words)).toEqual([]);
  return rows.map(([name = '', one = '', other = '', , source = '']) => [name, one, other, source]);
}

test('the table of limits says what the emulator keeps to, and where that comes from', () => {
  const expected = Object.entries(limits).map(([name, { unit, v1, v2, source }]) => [
    `\`${name}\``,
    shownValue(v1, unit),
    shownValue(v2, unit),
    shownSources(source),
  ]);
  expect(withoutWords(table(section(readme, '## Limits')))).toEqual(expected);
  const sources = Object.values(limits).flatMap(({ source }) => [source.v1, source.v2]);
  expect(undefinedIn(readme, sources)).toEqual([]);
  expect(readme).toContain(`read on ${limitsRead}`);
});

test('the table of the connector’s limits does too', () => {
  const expected = Object.entries(connectorLimits).map(([name, { unit, value, source }]) => [
    `\`${name}\``,
    shownValue(value, unit),
    shownSource(source),
  ]);
  const rows = table(section(quality, '### Figures of the connector'));
  expect(rows.map(([name, value, , source]) => [name, value, source])).toEqual(expected);
  const sources = Object.values(connectorLimits).map(({ source }) => source);
  expect(undefinedIn(quality, sources)).toEqual([]);
});

const helps = new Map<string, string>();

/** What `--help` of a command of `lpf-emulator` prints; `path` is its name. */
function helpOf(path: readonly string[]): string {
  const key = path.join(' ');
  const help = helps.get(key) ?? command('lpf-emulator', root, [...path, '--help']).stdout;
  helps.set(key, help);
  return help;
}

/** The names in a command's list of sub-commands. */
function subcommands(path: readonly string[]): string[] {
  const [, list = ''] = helpOf(path).split('\nCommands:\n');
  return [...list.matchAll(/^ {2}([\w-]+)/gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
}

test('the table of commands holds those that there are', () => {
  const all = subcommands([]).flatMap((name) => {
    const below = subcommands([name]);
    return below.length ? below.map((each) => `${name} ${each}`) : [name];
  });
  const others = ['`lpf-bundle`', '`lpf-bundle migrate --check`', '`lpf-endpoint`'];
  const expected = [...all.map((name) => `\`lpf-emulator ${name}\``), ...others];
  expect(table(section(readme, '## Commands')).map(([name]) => name)).toEqual(expected);
});

test('every flag that is shown exists', () => {
  const all = [
    command('lpf-bundle', root, ['--help']).stdout,
    command('lpf-endpoint', root, ['--help']).stdout,
    ...[
      'run',
      'invoke',
      'chat',
      'test',
      'merge-reports',
      'transcript',
      'compare',
      'sentinel',
      'new',
      'doctor',
      'payload list',
      'payload show',
      'payload new',
      'payload check',
    ].map((name) => helpOf(name.split(' '))),
  ].join('\n');
  const known = new Set([...all.matchAll(/--[a-z][a-z-]*/g)].map(([flag]) => flag));
  const npm = new Set(['--save-dev']);
  const shown = [...readme.matchAll(/(?<=[\s`])--[a-z][a-z-]*/g)].map(([flag]) => flag);
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.filter((flag) => !known.has(flag) && !npm.has(flag))).toEqual([]);
});

test('the exit codes are those of the list of errors', () => {
  const [, line = ''] = /^Exit codes: (.*)$/m.exec(readme) ?? [];
  const shown = [...line.matchAll(/\b(\d+) /g)].map(([, code]) => Number(code));
  const own = [...new Set(Object.values(codes).map(({ exit }) => exit))].toSorted(
    (one, other) => one - other,
  );
  expect(shown).toEqual([0, ...own]);
});

/** Times, sizes and hashes differ from run to run; everything else is compared. */
function withoutFigures(line: string): string {
  return line
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\d.]+ (?:ms|s)\b/g, '… ms')
    .replaceAll(/[\d,]+ \d+ %/g, '… %')
    .trim();
}

test('the output in 30 seconds is what the commands print', () => {
  const folder = temporaryFolder();
  cpSync(join(root, 'functions'), join(folder, 'functions'), { recursive: true });
  const bundled = command('lpf-bundle', folder, []);
  const ran = command('lpf-emulator', folder, ['run', '--generation', 'all']);
  expect([bundled.code, ran.code]).toEqual([0, 0]);

  const printed = `${bundled.stdout}${ran.stdout}`.split('\n').map(withoutFigures);
  const [shown = ''] = blocks(section(readme, '## In 30 seconds'), 'text');
  const lines = shown
    .split('\n')
    .filter((line) => line !== '…')
    .map(withoutFigures);
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.filter((line) => !printed.includes(line))).toEqual([]);
});

/** A project with these templates alone: all of them, with every payload, are run elsewhere. */
function projectWith(...names: string[]): string {
  const folder = temporaryFolder();
  for (const name of ['lib', 'settings.json', ...names]) {
    cpSync(join(root, 'functions', name), join(folder, 'functions', name), { recursive: true });
  }
  return folder;
}

/** Runs one line of a shell block with our own commands for those of an installed package. */
function runLine(line: string, cwd: string): string {
  const commands = line.replace(
    /^npx (lpf-\w+)/,
    (_, name) => `"${process.execPath}" "${root}/build/${name}.js"`,
  );
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', commands], { cwd, encoding: 'utf8' });
  return status === 0 ? '' : `${line}: ${status} ${stderr}${stdout}`;
}

test('the loop of edit, run and bundle works in an empty folder, and so does the payload file', () => {
  const folder = temporaryFolder();
  const [loop = ''] = blocks(section(readme, '## Edit, run, bundle'), 'sh');
  const lines = loop.split('\n').filter((line) => line.startsWith('npx ') && !line.includes('--watch'));
  expect(lines.length).toBeGreaterThan(4);
  expect(lines.map((line) => runLine(line, folder)).filter(Boolean)).toEqual([]);

  const about = section(readme, '## Payload files');
  const [payload = ''] = blocks(about, 'yaml');
  const [, path = ''] = /`(payloads\/\S+\.yaml)`/.exec(about) ?? [];
  writeFiles(folder, { [path]: payload });
  expect(runLine('npx lpf-emulator payload check', folder)).toBe('');
  expect(runLine('npx lpf-emulator run orderBot', folder)).toBe('');
});

test('the mocks and the account that are shown can be used as they stand', () => {
  const [mocks = '', account = ''] = blocks(section(readme, '## The world around a function'), 'yaml');
  const folder = temporaryFolder({
    'functions/refreshToken/index.js': 'async function lambda() { return 1; }',
    'functions/refreshToken/config.json': { name: 'refreshToken', event: 'No Event', description: 'none' },
    'payload.yaml': `payload: {}\n${mocks}`,
    'search.json': [],
    'account.yaml': account,
    'history/c1.json': { info: { conversationId: 'c1' } },
  });
  const { code, stderr } = command('lpf-emulator', folder, [
    'invoke',
    'refreshToken',
    '-p',
    './payload.yaml',
  ]);
  expect(stderr).not.toMatch(/error\[/);
  expect(stderr.match(/unused-mock/g)).toHaveLength(5);
  expect(code).toBe(0);
});

test('the conversation that is shown takes place', () => {
  const folder = projectWith('customIntegration');
  const [conversation = ''] = blocks(section(readme, '## Conversations'), 'yaml');
  writeFiles(folder, { 'conversations/orders.yaml': conversation });
  expect(runLine('npx lpf-emulator test', folder)).toBe('');
});

test('the steps for CI pass on good functions', () => {
  const folder = projectWith('customIntegration', 'participantsChange');
  const hello = { name: 'hello', turns: [{ says: 'Hello' }] };
  writeFiles(folder, {
    'conversations/hello.yaml': { function: 'customIntegration', conversations: [hello] },
  });
  const [steps = ''] = blocks(section(readme, '## In CI'), 'yaml');
  const lines = [...steps.matchAll(/^- run: (.*)$/gm)].map(([, line = '']) => line);
  expect(lines.length).toBe(3);
  expect(lines.map((line) => runLine(line, folder)).filter(Boolean)).toEqual([]);
});

test('the program does what it says', () => {
  const folder = projectWith('customIntegration', 'errorHook');
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/lpf-emulator'), 'dir');
  const [program = ''] = blocks(section(readme, '## From a program'), 'js');
  writeFiles(folder, { 'program.mjs': program });
  const { status, stdout, stderr } = spawnSync(process.execPath, ['program.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.split('\n')[0]).toMatch(/^customIntegration \S+ ok true [\d.]+$/);
});

test('every file that is linked is there', () => {
  const docs = readdirSync(join(root, 'docs')).map((file) => `docs/${file}`);
  const links = ['README.md', 'CHANGELOG.md', ...docs].flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [...text.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, link = '']) => join(root, file, '..', link));
  });
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((link) => !isReadable(link))).toEqual([]);
});

function isReadable(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}
