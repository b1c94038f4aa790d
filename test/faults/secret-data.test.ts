import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InvocationRecord } from '../../emulator/invoke/record.ts';
import { temporaryFolder } from '../temporary.ts';
import { emulator } from './fault.ts';

const spread = `import { Toolbelt } from 'core-functions-toolbelt';
async function lambda() {
  const read = async (key) => (await Toolbelt.SecretClient().readSecret(key)).value;
  const digits = await read('digits');
  const object = await read('json');
  const context = Toolbelt.ContextServiceClient('key');
  await context.setPropertiesInNamespace('custom', { order: Number(digits) });
  console.info('read', { [digits]: Number(digits), object });
  return { order: Number(digits), later: Number('1' + digits), text: 'x' + digits, object, list: [object] };
}
`;

test('a secret of digits, and one that is JSON, leave an answer that can be read', async () => {
  const config = { name: 'leaky', event: 'No Event', description: 'leaky', environmentVariables: {} };
  const folder = temporaryFolder({
    'functions/leaky/index.js': spread,
    'functions/leaky/config.json': { ...config, input: { headers: [], payload: {} } },
    'functions/settings.json': {
      secrets: [
        { key: 'digits', value: '471100' },
        { key: 'json', value: '{"a": 1}' },
      ],
    },
  });
  const { code, stdout } = await emulator(folder, ['invoke', 'leaky', '--json']);
  const { result, logs, services, verdict } = JSON.parse(stdout) as InvocationRecord;
  expect([code, result]).toEqual([
    1,
    {
      order: '[secret digits]',
      later: 1471100,
      text: 'x[secret digits]',
      object: '[secret json]',
      list: ['[secret json]'],
    },
  ]);
  expect(logs[0]?.extras).toEqual([{ '[secret digits]': '[secret digits]', object: '[secret json]' }]);
  expect(services.map(({ value }) => value)).toContain('[secret digits]');
  expect(verdict.findings.map(({ message }) => message)).toEqual(
    ['answer', 'answer', 'log entry', 'log entry'].map(() =>
      expect.stringContaining('the value of the secret'),
    ),
  );
});

test('nor do they stand in a transcript as what a hook gave to the bot', async () => {
  const config = { event: 'No Event', description: 'd', environmentVariables: {} };
  const folder = temporaryFolder({
    'functions/hook/index.js': `import { Toolbelt } from 'core-functions-toolbelt';
async function lambda({ payload }) {
  const read = async (key) => (await Toolbelt.SecretClient().readSecret(key)).value;
  return { ...payload, digits: Number(await read('digits')), object: await read('json') };
}
`,
    'functions/hook/config.json': { ...config, name: 'hook' },
    'functions/bot/index.js': 'async function lambda() {\n  return { messages: ["hello"] };\n}\n',
    'functions/bot/config.json': { ...config, name: 'bot', event: 'bot_connectors_custom_integration' },
    'functions/settings.json': {
      secrets: [
        { key: 'digits', value: '471100' },
        { key: 'json', value: '{"a": 1, "password": "hunter"}' },
      ],
    },
    'conversations/one.yaml':
      'function: bot\ngiven: { settings: { hooks: { pre: hook } } }\nconversations: [{ name: one, turns: [{ says: hi }] }]\n',
  });
  await emulator(folder, ['test', '--transcripts', 'kept']);
  const [file = ''] = readdirSync(join(folder, 'kept'));
  const text = readFileSync(join(folder, 'kept', file), 'utf8');
  expect(text).toContain('"digits": "[secret digits]"');
  expect(text).toContain('"object": "[secret json]"');
  expect(text).not.toMatch(/471100|hunter/);
  expect(await emulator(folder, ['transcript', `kept/${file}`])).toMatchObject({ code: 0 });
});
