import { join } from 'node:path';
import { FaultyFunctions } from '../../emulator/compare/faults/stand-ins.ts';
import { findProbe } from '../../emulator/compare/faults/probe.ts';
import { readConversationFile } from '../../emulator/conversation/conversation-file.ts';
import { CallableFunctions } from '../../emulator/invoke/callable.ts';
import { loadProject } from '../../emulator/project/load.ts';
import { tinyProject } from '../cli/tiny.ts';

const shown = 'conversations/talk.yaml';

/** Hands the consumer over, closes, or answers. */
const source = `export async function lambda({ payload: { message } }) {
  if (message === 'agent') return { context: { action: 'TRANSFER', actionParameters: { skill: 'sales' } } };
  if (message === 'bye') return { messages: ['Bye.'], context: { action: 'CLOSE_CONVERSATION' } };
  return { messages: ['You said ' + message] };
}`;

async function probed(...conversations: string[]): Promise<unknown> {
  const root = tinyProject({
    'functions/echo/index.ts': source,
    [shown]: `function: echo\nconversations:\n${conversations.map((each) => `  - ${each}\n`).join('')}`,
  });
  const { scripts } = await readConversationFile(root, { path: join(root, shown), shown }, ['echo']);
  const functions = new CallableFunctions(root);
  const { settings } = loadProject(root);
  const probe = await findProbe(scripts, { root, settings, generation: 'v2', functions });
  return probe && [probe.script.name, probe.before, probe.during];
}

test('a fault is tried in a conversation that the bot still has after the first text', async () => {
  expect(
    await probed(
      '{ name: silent, turns: [types: true] }',
      '{ name: handed over, turns: [says: agent, says: hello] }',
      '{ name: goes on, turns: [says: hello, says: order] }',
    ),
  ).toEqual(['goes on', { says: 'hello' }, { says: 'order' }]);
});

test('where every conversation is over after one text, that text comes with the fault', async () => {
  expect(await probed('{ name: over, turns: [says: bye] }')).toEqual([
    'over',
    { types: true },
    { says: 'bye' },
  ]);
});

test('where the consumer says nothing there is nothing to try', async () => {
  expect(await probed('{ name: silent, turns: [types: true] }')).toBeUndefined();
});

test('with a fault in the bot, the other functions are still called by the uuids that account.yaml gives them', async () => {
  const root = tinyProject();
  const functions = new CallableFunctions(root, { echo: 'a-uuid-of-the-account' });
  const faulty = new FaultyFunctions(functions, 'other', 'slow');
  expect(await faulty.find('a-uuid-of-the-account', 'v2')).toMatchObject({ source: { name: 'echo' } });
});
