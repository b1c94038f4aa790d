import { writeFiles } from '../temporary.ts';
import { emulator, faultyProject } from './fault.ts';

const event = 'bot_connectors_custom_integration';
const bot = 'async function lambda(input) { return { messages: [String(input.payload.message)] }; }\n';

async function invokeWith(file: string, text: string): Promise<unknown> {
  const folder = faultyProject(bot, event);
  writeFiles(folder, { [file]: text });
  const { code, stdout, stderr, leftBehind } = await emulator(folder, ['invoke', 'fault', '--payload', file]);
  expect(leftBehind).toBe(false);
  return { code, stdout, stderr };
}

test('a payload file that is no JSON is told with its position', async () => {
  expect(await invokeWith('p.json', '{"message": "hi",\n "convId": }')).toMatchInlineSnapshot();
});

test('a payload file that is no YAML is told with its position', async () => {
  expect(await invokeWith('p.yaml', 'message: hi\n  convId: [1')).toMatchInlineSnapshot();
});

test('a payload that is no object is told', async () => {
  expect(await invokeWith('p.json', '[1, 2]')).toMatchInlineSnapshot();
});

test('a field of the wrong type is told with its name and position', async () => {
  expect(await invokeWith('p.yaml', 'convId: c1\nmessage: 7\n')).toMatchInlineSnapshot();
});

test('an unknown fragment is told, with the one that was meant', async () => {
  expect(
    await invokeWith(
      'p.yaml',
      'payload:\n  convId: c1\n  message: hi\n  context:\n    lpEvent:\n      $use: lpEvent/mesaging\n',
    ),
  ).toMatchInlineSnapshot();
});

test('a payload file that does not exist is told', async () => {
  const { code, stderr } = await emulator(faultyProject(bot, event), [
    'invoke',
    'fault',
    '--payload',
    'none.json',
  ]);
  expect({ code, stderr }).toMatchInlineSnapshot();
});

test('a payload name that does not exist is told, with the one that was meant', async () => {
  const { code, stderr } = await emulator(faultyProject(bot, event), ['invoke', 'fault', '--payload', 'txt']);
  expect({ code, stderr }).toMatchInlineSnapshot();
});

test('a payload for an unknown event is told', async () => {
  const { code, stderr } = await emulator(faultyProject(bot, event), [
    'payload',
    'new',
    'bot_connectors_pre_hok',
  ]);
  expect({ code, stderr }).toMatchInlineSnapshot();
});

test('a payload can come from standard input', async () => {
  const { code, stdout } = await emulator(
    faultyProject(bot, event),
    ['invoke', 'fault', '--payload', '-'],
    '{"convId":"c1","message":"piped"}',
  );
  expect({ code, stdout }).toMatchInlineSnapshot();
});
