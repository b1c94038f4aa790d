import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entry as readable } from '../../emulator/connector/transcript/entry-schema.ts';
import { settingDefaults } from '../../emulator/connector/settings/setting-defaults.ts';
import { readConversationFile, type Script } from '../../emulator/conversation/conversation-file.ts';
import type { ConversationResult } from '../../emulator/conversation/result.ts';
import { playSuite } from '../../emulator/conversation/suite.ts';
import { CallableFunctions } from '../../emulator/invoke/callable.ts';
import { explain } from '../../emulator/payload/check/explain.ts';
import { loadProject } from '../../emulator/project/load.ts';
import { command } from '../cli/command.ts';
import { errorPage, type Producer, unexplained } from './error-table.ts';

const root = join(__dirname, 'every');
const page = join(__dirname, '../../docs/connector-errors.md');
const { code, stdout } = command('lpf-emulator', root, ['test', '--json']);
const { results } = JSON.parse(stdout) as { results: ConversationResult[] };

test('every conversation goes as its file says', () => {
  expect(results.filter(({ pass }) => !pass).map(({ name, failures }) => ({ name, failures }))).toEqual([]);
  expect(code).toBe(0);
});

test('everything that comes of them can be read again', () => {
  const entries = results.flatMap(({ transcript }) => transcript);
  expect(
    entries.flatMap((each) => explain(readable, each).map(({ message }) => ({ message, each }))),
  ).toEqual([]);
});

/** The first conversation that leads to each error; its name and file stand for it. */
const producers = new Map<string, Producer>();
for (const { file, name, transcript } of results) {
  for (const entry of transcript) {
    if (entry.kind === 'error' && !producers.has(entry.error)) producers.set(entry.error, { file, name });
  }
}

test('every error of the connector has a conversation that leads to it, or a reason why there is none', () => {
  expect(unexplained(producers)).toEqual([]);
});

test('the page about error codes is what came of the conversations', () => {
  if (process.env['UPDATE_DOCS']) writeFileSync(page, errorPage(producers));
  expect(readFileSync(page, 'utf8')).toBe(errorPage(producers));
});

/** Every setting by its path, such as `escalation.skill`. */
function paths(value: unknown, path: string[] = []): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path.join('.')];
  return Object.entries(value).flatMap(([key, below]) => paths(below, [...path, key]));
}

/** Every setting of a bot, `combineMessages` as its parts. */
const all = paths({
  ...settingDefaults,
  combineMessages: { maxMessages: 1, timeFrame: 1, timeFrameAfterTyping: 1 },
});

/** `value` without what stands at `path`. */
function without(value: object, [key = '', ...path]: readonly string[]): object {
  const { [key]: below, ...others } = value as Record<string, unknown>;
  const goesOn = path.length > 0 && typeof below === 'object' && below !== null;
  return goesOn ? { ...others, [key]: without(below, path) } : others;
}

/** The script once for each setting that it has, without that setting. */
function weakened(script: Script): { setting: string; script: Script }[] {
  const { settings = {}, bots = {} } = script.given;
  const places = [
    ...paths(settings).map((setting) => ({ setting, path: ['settings'] })),
    ...Object.entries(bots).flatMap(([name, bot]) =>
      paths(bot.settings ?? {}).map((setting) => ({ setting, path: ['bots', name, 'settings'] })),
    ),
  ];
  return places.map(({ setting, path }) => {
    const given = without(script.given, [...path, ...setting.split('.')]) as Script['given'];
    return { setting, script: { ...script, given } };
  });
}

test('every setting has a conversation that goes otherwise without it', async () => {
  const shown = 'conversations/settings.yaml';
  const { functions, settings } = loadProject(root);
  const names = functions.map(({ name }) => name);
  const { scripts } = await readConversationFile(root, { path: join(root, shown), shown }, names);
  const jobs = scripts.flatMap(weakened);
  const stage = { root, settings, functions: new CallableFunctions(root, undefined) };
  const options = { stage, generations: ['v2'] as const, concurrency: 4, snapshots: 'compare' as const };
  const played = jobs.map(({ script }) => script);
  const { results: those } = await playSuite(played, played, { ...options, onResult: () => undefined });
  // A conversation that cannot even begin shows nothing of a setting.
  const differs = those.map(({ failures }) => failures.some(({ check }) => check !== 'given'));
  const shows = new Set(jobs.flatMap(({ setting }, at) => (differs[at] ? [setting] : [])));
  expect(all.filter((setting) => !shows.has(setting))).toEqual([]);
});
