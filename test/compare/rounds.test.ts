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
  [shown]: `function: echo
conversations:
  - { name: It fails, turns: [says: hello, says: fail, says: hello again] }
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

test('failed calls are counted, and told by the error of the connector; what cannot be played ends a play', async () => {
  const { scripts } = await readConversationFile(root, { path: join(root, shown), shown }, ['echo']);
  const endpoint = await openEndpoint('echo', 'function', stage);
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
      { function: 8, endpoint: 8 },
      { function: 2, endpoint: 2 },
    ]);
    expect(rounds.samples).toHaveLength(12);
    expect(
      rounds.conversations.map(({ id, name, same, strayed }) => [id, name, same, strayed.function]),
    ).toEqual([
      ['conversation.1', 'It fails', false, 0],
      ['conversation.2', 'Nothing to click', true, 0],
    ]);
    const [turn] = rounds.conversations[0]?.turns ?? [];
    expect([turn?.turn, turn?.differences[0]]).toEqual([
      2,
      {
        path: '[0].error',
        before: 'aivendor.faas.invoke-lambda',
        after: 'aivendor.custom-endpoint.failed-request',
      },
    ]);
  } finally {
    await endpoint.close();
  }
});
