import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { ownPort } from '../own-port.ts';
import { snapshotOf, temporaryFolder } from '../temporary.ts';
import { command } from './command.ts';

let free = 0;

beforeAll(async () => {
  free = await ownPort();
});

function listening(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

/** Runs doctor and leaves out the lines on Node, libraries and the count, and what else differs: the port, the folder. */
function examine(root: string, cwd = root, port = free) {
  const { code, stdout, stderr } = command('lpf-emulator', cwd, ['doctor', '--port', String(port)]);
  const lines = stdout
    .replaceAll(root, '<root>')
    .replaceAll(String(port), '<port>')
    .split('\n')
    .filter((line) => !/^. (Node|libraries) /.test(line) && !line.includes('→ use Node'))
    .slice(0, -3);
  return { code, stdout: `${lines.join('\n')}\n`, stderr };
}

const lambda = 'export async function lambda(input: { payload: unknown }) {\n  return input.payload;\n}\n';
const greet = {
  'functions/greet/index.ts': lambda,
  'functions/greet/config.json': { name: 'greet', event: null, description: 'greets' },
  'tsconfig.json': { include: ['functions'] },
};

test('a project in order is told so, line by line, and nothing is written', () => {
  const root = temporaryFolder({
    ...greet,
    'functions/settings.json': { secrets: [{ key: 'a', value: 'b' }] },
  });
  const before = snapshotOf(root);
  expect(examine(root, join(root, 'functions/greet'))).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "✓ port       127.0.0.1:<port> is free
    ✓ project    <root>
    ✓ secrets    1 in functions/settings.json, all as the platform takes them
    ✓ functions  greet
    ✓ bundles    none in dist/ yet; lpf-bundle writes them
    ✓ editor     tsconfig.json covers functions/
    ",
    }
  `);
  expect(snapshotOf(root)).toEqual(before);
});

test('everything that is wrong is told at once, with what to do', () => {
  const root = temporaryFolder({
    ...greet,
    'tsconfig.json': { include: ['src'] },
    'functions/greet/index.js': 'function lambda(input, callback) { callback(null, 1); }',
    'functions/broken/index.ts': lambda,
    'functions/broken/config.json': '{ "name": "broken", }',
    'functions/bad-name/index.ts': lambda,
    'functions/bad-name/config.json': { name: 'bad-name' },
    'functions/settings.json': {
      secrets: [
        { key: 'my key', value: 'a' },
        { key: 'long', value: 'x'.repeat(10_001) },
        { key: 'longer', value: { text: 'x'.repeat(16_384) } },
        { key: 'twice', value: 1 },
        { key: 'twice', value: 2 },
      ],
    },
  });
  expect(examine(root)).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "",
      "stdout": "✓ port       127.0.0.1:<port> is free
    ✓ project    <root>
    ✗ secrets    "my key" in settings.json cannot be the key of a secret (developers.liveperson.com/liveperson-functions-v2-foundations-limitations.html)
                 → use letters, digits, _ and -, at most 100 of them
    ! secrets    the secret "long" in settings.json has 10001 characters; the limit is 10000 on v1 and 16384 on v2 (developers.liveperson.com/liveperson-functions-v2-foundations-limitations.html)
                 → split it, or keep only what the function needs
    ✗ secrets    the secret "longer" in settings.json has 16395 characters; the limit is 10000 on v1 and 16384 on v2 (developers.liveperson.com/liveperson-functions-v2-foundations-limitations.html)
                 → split it, or keep only what the function needs
    ✗ secrets    the secret "twice" is in settings.json more than once
                 → keep one of them
    ✓ functions  greet
    ✗ functions  functions/bad-name: the platform does not take "bad-name" as a function name: it holds something other than letters, digits and underscores
                 → rename the folder, and "name" in its config.json with it
    ✗ functions  functions/broken/config.json:1:21: config.json is not JSON: Expected double-quoted property name
                 → config.json needs "name" (the folder's) and "description", and may have "event", "input" and "environmentVariables"
    ! functions  functions/greet holds index.ts and index.js; index.ts is used
                 → remove the one that is out of date: lpf would push index.js
    ✓ bundles    none in dist/ yet; lpf-bundle writes them
    ! editor     tsconfig.json leaves functions/ out
                 → take it in, as { "include": ["functions"], "compilerOptions": { "strict": true, "target": "es2023", "module": "esnext", "moduleResolution": "bundler", "noEmit": true } } does
    ",
    }
  `);
});

test('settings that cannot be read keep nothing else from being looked at', () => {
  const root = temporaryFolder({ ...greet, 'functions/settings.json': '{\n  "secrets": {}\n}' });
  expect(examine(root)).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "",
      "stdout": "✓ port       127.0.0.1:<port> is free
    ✓ project    <root>
    ✗ secrets    functions/settings.json:2:14: "secrets" in settings.json must be an array of { "key", "value" }
                 → write it as { "secrets": [{ "key": "name", "value": "text or JSON" }] }, or remove the file
    ✓ functions  greet
    ✓ bundles    none in dist/ yet; lpf-bundle writes them
    ✓ editor     tsconfig.json covers functions/
    ",
    }
  `);
});

/** What `doctor` says of an account. */
function accountLines(account: string): string[] {
  return examine(temporaryFolder({ ...greet, 'account.yaml': account }))
    .stdout.split('\n')
    .filter((line) => /account|→/.test(line));
}

test('account.yaml is looked at where there is one', () => {
  expect(accountLines('clock: 2026-03-01T09:00:00Z\nservices: {}\n')).toEqual([
    '✓ account    account.yaml: clock, services',
  ]);
  expect(accountLines('clocks: x\n')).toEqual([
    '✗ account    account.yaml:1:1: account.yaml: clocks is not a known key',
    '             → did you mean "clock"?',
  ]);
});

/** What `doctor` says of the settings of bots. */
function connectorLines(text: string): string[] {
  const config = { name: 'bot', event: 'bot_connectors_custom_integration', description: '' };
  const bot = { 'functions/bot/index.ts': lambda, 'functions/bot/config.json': config };
  return examine(temporaryFolder({ ...greet, ...bot, 'connector.yaml': text }))
    .stdout.split('\n')
    .filter((line) => /connector|→/.test(line));
}

test('connector.yaml is looked at where there is one', () => {
  expect(connectorLines('bots: { bot: { hooks: { pre: greet } } }\n')).toEqual([
    '✓ connector  connector.yaml: bot',
  ]);
  expect(connectorLines('bots:\n  bot:\n    hooks: { pre: gret }\n')).toEqual([
    '✗ connector  connector.yaml:3:19: connector.yaml: bots.bot.hooks.pre names "gret", which is no function of this project. Did you mean "greet"?',
    '             → the functions here are bot, greet',
  ]);
  expect(connectorLines('bots:\n  bot:\n    hooks: { post: bot }\n')).toEqual([
    '✗ connector  connector.yaml:3:20: connector.yaml: bots.bot.hooks.post: bot is a function for bot_connectors_custom_integration; a post hook is one for bot_connectors_post_hook',
    '             → name one for that event, such as one made by: lpf-emulator new postHook myHook',
  ]);
});

test('outside of a project there is one error', () => {
  const root = temporaryFolder();
  expect(examine(root)).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "",
      "stdout": "✓ port       127.0.0.1:<port> is free
    ✗ project    no folder named functions/ in <root> or above it
                 → go to your project, or start one here: lpf-emulator new customIntegration myFunction
    ",
    }
  `);
});

test('a project without functions is told how to get one', () => {
  const root = temporaryFolder({ 'functions/settings.json': {} });
  expect(examine(root)).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "",
      "stdout": "✓ port       127.0.0.1:<port> is free
    ✓ project    <root>
    ✓ secrets    none in functions/settings.json
    ✗ functions  functions/ holds no function
                 → add one: lpf-emulator new customIntegration myFunction
    ",
    }
  `);
});

test('a hand-written project has no use for an editor’s help', () => {
  const root = temporaryFolder({
    'functions/greet/index.js': 'async function lambda(input) { return 1; }\n',
    'functions/greet/config.json': { name: 'greet', description: 'greets' },
  });
  expect(examine(root).stdout).not.toContain('editor');
});

test.each([
  [{ lib: ['es2023'] }, '!'],
  [{ lib: ['es2023'], types: ['jest'] }, '!'],
  [{ lib: ['es2023', 'DOM'] }, '✓'],
  [{ lib: ['es2023'], types: ['node'] }, '✓'],
  [{ types: [] }, '✓'],
])('an editor that knows no fetch is told of: %j', (compilerOptions, mark) => {
  const tsconfig = { include: ['functions'], compilerOptions };
  const { stdout } = examine(temporaryFolder({ ...greet, 'tsconfig.json': tsconfig }));
  expect(stdout).toContain(`${mark} editor `);
});

test('what is passed over because it is misspelt is told', () => {
  const root = temporaryFolder({
    ...greet,
    'functions/greet/config.json': { name: 'greet', description: 'greets', evnt: null },
    'functions/settings.json': { secrets: [], whitelst: ['a.example'] },
    'payloads/bot_connectors_custom_integratoin/mine.yaml': 'payload: {}\n',
    'payloads/alone.yaml': 'payload: {}\n',
  });
  const { code, stdout } = examine(root);
  expect(code).toBe(0);
  expect(stdout.split('\n').filter((line) => /^!|→/.test(line))).toMatchInlineSnapshot(`
    [
      "! project    functions/settings.json:3:15: "whitelst" in settings.json is no key that is read",
      "             → did you mean "whitelist"?",
      "! project    payloads/alone.yaml: payloads/alone.yaml belongs to no event, so no function is fed with it",
      "             → move it into a folder that has the id of its event",
      "! project    payloads/bot_connectors_custom_integratoin: payloads/bot_connectors_custom_integratoin is named for no event. Did you mean "bot_connectors_custom_integration"?",
      "             → a folder below payloads/ has the id of an event, or is one of lpEvent, lpSdes, message, event",
      "! functions  functions/greet/config.json:4:11: "evnt" in config.json is no key that is read",
      "             → did you mean "event"?",
    ]
  `);
});

describe('the port', () => {
  test('is each that our commands take by default, where none is asked for', () => {
    const { stdout } = command('lpf-emulator', temporaryFolder(greet), ['doctor', '--json']);
    const { checks } = JSON.parse(stdout) as { checks: { subject: string; message: string }[] };
    const ports = checks.filter(({ subject }) => subject === 'port').map(({ message }) => message);
    expect(ports).toEqual([
      expect.stringMatching(/^127\.0\.0\.1:4010 .*, the port of lpf-emulator sentinel$/),
      expect.stringMatching(/^127\.0\.0\.1:4020 .*, the port of lpf-endpoint$/),
    ]);
  });

  test('is a warning when another program has it', async () => {
    const server = await listening();
    const { port } = server.address() as AddressInfo;
    const { code, stdout } = examine(temporaryFolder(greet), '/', port);
    await new Promise((resolve) => server.close(resolve));
    expect(code).toBe(1);
    expect(stdout).toContain('! port       127.0.0.1:<port> is taken by another program\n');
  });

  test.each(['0', '65536', 'http', '1.5', '-1'])('has to be a number: %s', (port) => {
    expect(command('lpf-emulator', temporaryFolder(greet), ['doctor', `--port=${port}`])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error[bad-usage] --port wants a port number\n  → give a number from 1 to 65535, such as --port 4010\n',
    });
  });
});

test('with --json standard output is one JSON document', () => {
  const root = temporaryFolder(greet);
  const { code, stdout } = command('lpf-emulator', root, ['doctor', '--json', '--port', String(free)]);
  const { checks } = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(checks.map(({ subject }: { subject: string }) => subject)).toEqual([
    'Node',
    'libraries',
    'libraries',
    'port',
    'project',
    'secrets',
    'functions',
    'bundles',
    'editor',
  ]);
  expect(checks[4]).toEqual({ subject: 'project', status: 'good', message: root });
});
