import { join } from 'node:path';
import { orderOf } from '../../emulator/compare/order.ts';
import { playRounds, playsIn } from '../../emulator/compare/rounds.ts';
import { FunctionSide } from '../../emulator/compare/sides/function-side.ts';
import { openEndpoint } from '../../emulator/compare/sides/open-endpoint.ts';
import { readConversationFile } from '../../emulator/conversation/conversation-file.ts';
import { CallableFunctions } from '../../emulator/invoke/callable.ts';
import { loadProject } from '../../emulator/project/load.ts';
import { tinyProject } from '../cli/tiny.ts';

const shown = 'conversations/talk.yaml';
const root = tinyProject({
  'functions/echo/index.ts': `export async function lambda({ payload: { message } }) {
  if (message === 'fail') throw new Error('no luck');
  return message === 'be silent' ? null : { messages: ['You said ' + message], context: {} };
}`,
  [shown]: `function: echo
conversations:
  - { name: It fails, turns: [says: hello, says: fail, says: hello again] }
  - { name: No answer, turns: [says: hello, says: be silent] }
  - { name: Nothing to click, turns: [says: hello, clicks: More, says: never said] }
`,
});
const stage = {
  root,
  settings: loadProject(root).settings,
  generation: 'v2' as const,
  functions: new CallableFunctions(root),
};

test('the approaches take turns in being the first', () => {
  expect([0, 1, 2].map((index) => orderOf(index).join(' '))).toEqual([
    'function endpoint',
    'endpoint function',
    'function endpoint',
  ]);
});

test('a call that ends in an error of the connector failed, whichever way and whatever its code; what cannot be played ends a play', async () => {
  const { scripts } = await readConversationFile(root, { path: join(root, shown), shown }, ['echo']);
  const endpoint = await openEndpoint('echo', 'function', { stage });
  let plays = 0;
  try {
    const rounds = await playRounds(scripts, {
      repeat: 1,
      concurrency: 2,
      open: () => ({ function: new FunctionSide(stage), endpoint: endpoint.side() }),
      onPlay: () => (plays += 1),
    });
    expect(plays).toBe(playsIn(scripts.length, 1));
    expect([rounds.calls, rounds.errors]).toEqual([
      { function: 12, endpoint: 12 },
      { function: 4, endpoint: 4 },
    ]);
    expect(rounds.samples).toHaveLength(16);
    expect(
      rounds.conversations.map(({ id, name, same, strayed }) => [id, name, same, strayed.function]),
    ).toEqual([
      ['conversation.1', 'It fails', true, 0],
      ['conversation.2', 'No answer', true, 0],
      ['conversation.3', 'Nothing to click', true, 0],
    ]);
  } finally {
    await endpoint.close();
  }
});
