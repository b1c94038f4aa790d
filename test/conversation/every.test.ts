import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingDefaults } from '../../emulator/connector/setting-defaults.ts';
import { readConversationFile } from '../../emulator/conversation/conversation-file.ts';
import type { ConversationResult } from '../../emulator/conversation/result.ts';
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

test('every setting has a conversation that sets it', async () => {
  const shown = 'conversations/settings.yaml';
  const functions = ['wayward', 'stampHook', 'errorHook'];
  const { scripts } = await readConversationFile(root, { path: join(root, shown), shown }, functions);
  const set = scripts.flatMap(({ given: { settings = {}, bots = {} } }) =>
    [settings, ...Object.values(bots).map((bot) => bot.settings ?? {})].flatMap((each) => paths(each)),
  );
  const all = paths({
    ...settingDefaults,
    combineMessages: { maxMessages: 1, timeFrame: 1, timeFrameAfterTyping: 1 },
  });
  expect(all.filter((path) => !set.includes(path))).toEqual([]);
});
