import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as testVerb } from '../../emulator/cli/verbs/test.ts';
import { type Behaviour, hang, json, sentinelOf, service, stopTime } from '../endpoint/client/service.ts';
import { temporaryFolder } from '../temporary.ts';
import { collectingTerminal } from './collect.ts';
import { command } from './command.ts';
import { goOn } from './going-on.ts';
import { steady } from './tiny.ts';

const emulator = join(__dirname, '../../build/lpf-emulator.js');

afterEach(() => {
  jest.useRealTimers();
});

/** A project whose function never answers so, and a conversation of it. */
function project(more: Record<string, unknown> = {}): string {
  return temporaryFolder({
    'functions/orders/index.js': 'async function lambda() { return { messages: ["from the function"] }; }\n',
    'functions/orders/config.json': {
      name: 'orders',
      description: 'orders',
      event: 'bot_connectors_custom_integration',
    },
    'conversations/orders.yaml':
      'function: orders\nconversations:\n  - name: An order\n    turns:\n      - says: hi\n        expect: { says: You said hi., within: 10s }\n',
    ...more,
  });
}

async function flags(url: string): Promise<string[]> {
  const { url: sentinel } = await sentinelOf();
  return ['--endpoint', url, '--bot', 'b-1', '--sentinel', sentinel, '--client', 'client:top-secret'];
}

test('conversations are played against an endpoint in the function’s place', async () => {
  const { url, got } = await service();
  const { until, ended } = goOn(project(), [emulator, 'test', ...(await flags(url))]);
  expect(await ended()).toBe(0);
  expect(await until(/$/)).toMatchInlineSnapshot(`
    "conversations/orders.yaml
      ✓ An order  1 turn, <time>

    ✓ 1 passed  · 1 conversation of 1 file in <time>
    "
  `);
  expect(got.map(({ method }) => method)).toEqual(['GET', 'PUT', 'POST']);
});

/** A conversation that begins with what is given. */
function saysHi(name: string, given: string): string {
  const turns = 'turns: [{ says: hi, expect: { says: You said hi., within: 10s } }]';
  return `  - name: ${name}\n    given: { ${given} }\n    ${turns}\n`;
}

/** How JSON tells of a conversation that was not played. */
function skipped(name: string, line: number, what: string): unknown {
  return {
    file: 'conversations/orders.yaml',
    name,
    where: expect.objectContaining({ line }),
    reason: `its ${what} cannot reach a service elsewhere`,
  };
}

test('conversations whose mocks or account cannot reach the endpoint are skipped, and are no passes', async () => {
  const { url, got } = await service();
  const mocks = 'mocks: [{ url: "https://shop.example.com/*", body: {} }]';
  const root = project({
    'functions/pre/index.js':
      'async function lambda({ payload }) { await fetch("https://shop.example.com/"); return payload; }\n',
    'functions/pre/config.json': { name: 'pre', description: 'pre', event: 'bot_connectors_pre_hook' },
    'conversations/orders.yaml': `function: orders\nconversations:\n${saysHi('Plain', '')}${saysHi('Mocked', mocks)}${saysHi('Hooked', `settings: { hooks: { pre: pre } }, ${mocks}`)}${saysHi('Of its own', 'account: { clock: 2026-03-01T09:00:00Z }')}`,
  });
  const reporters = ['console', 'json=a.json', 'junit=a.xml', 'github=a.txt', 'blob=a.blob'];
  const flagged = ['test', ...(await flags(url)), ...reporters.flatMap((each) => ['-r', each])];
  const { until, ended } = goOn(root, [emulator, ...flagged]);
  expect(await ended()).toBe(0);
  expect(await until(/$/)).toMatchInlineSnapshot(`
    "conversations/orders.yaml
      ✓ Plain  1 turn, <time>
      ✓ Hooked  1 turn, <time>
      ! Mocked  skipped: its mocks cannot reach a service elsewhere
      ! Of its own  skipped: its account cannot reach a service elsewhere

    ✓ 2 passed  ! 2 skipped  · 2 conversations of 1 file in <time>
    "
  `);
  expect(got.filter(({ method }) => method === 'PUT')).toHaveLength(2);
  const written = (name: string): string => readFileSync(join(root, name), 'utf8');
  const both = [skipped('Mocked', 6, 'mocks'), skipped('Of its own', 12, 'account')];
  expect(JSON.parse(written('a.json'))).toMatchObject({ totals: { passed: 2, skipped: 2 }, skipped: both });
  expect(steady(written('a.xml')).match(/<test(?:suite|suites) .*|<skipped.*/g)).toMatchInlineSnapshot(`
    [
      "<testsuites name="lpf-emulator test" tests="4" failures="0" errors="0" skipped="2" time="<seconds>">",
      "<testsuite name="conversations/orders.yaml" tests="4" failures="0" errors="0" skipped="2" time="<seconds>">",
      "<skipped message="its mocks cannot reach a service elsewhere"/>",
      "<skipped message="its account cannot reach a service elsewhere"/>",
    ]
  `);
  expect(steady(written('a.txt'))).toMatchInlineSnapshot(`
    "::warning file=conversations/orders.yaml,line=6,col=5,title=not-played%3A Mocked::skipped: its mocks cannot reach a service elsewhere
    ::warning file=conversations/orders.yaml,line=12,col=5,title=not-played%3A Of its own::skipped: its account cannot reach a service elsewhere
    lpf-emulator test: 2 passed, 0 failed, 2 skipped, 0 not usable in <time>
    "
  `);
  const merged = command('lpf-emulator', root, ['merge-reports', 'a.blob', '--json']);
  expect(JSON.parse(merged.stdout)).toMatchObject({ skipped: both });

  const none = goOn(root, [emulator, ...flagged, '--name', 'Mocked']);
  expect(await none.ended()).toBe(1);
  expect(await none.until(/$/)).toMatchInlineSnapshot(`
    "conversations/orders.yaml
      ! Mocked  skipped: its mocks cannot reach a service elsewhere

    ✗ nothing was played  ! 1 skipped  · 0 conversations of 0 files in <time>
    "
  `);
});

test('a chat with an endpoint shows the requests beside it', async () => {
  const { url } = await service();
  const { stdin, until, ended } = goOn(project(), [emulator, 'chat', 'orders', ...(await flags(url))], {
    stdin: true,
  });
  stdin.end('hi\n');
  expect(await ended()).toBe(0);
  const shown = await until(/$/);
  expect(shown).toContain('You said hi.');
  expect(shown).toMatch(/create 204, .* · event 200, /);
});

test.each([
  [['--endpoint', 'function'], 'error[bad-usage] --endpoint takes a base URL\n'],
  [
    ['--endpoint', 'http://127.0.0.1:1', '--endpoint-timeout', '2m'],
    'error[bad-usage] --endpoint-timeout takes a time up to 60s',
  ],
  [['--endpoint', 'localhost'], 'error[bad-usage] --endpoint takes a base URL'],
  [['--endpoint', 'http://127.0.0.1:1', '--bot', 'no bot'], 'error[bad-endpoint] the bot id "no bot"'],
  [['--endpoint', 'https://127.0.0.1:1', '--ca', 'none.pem'], 'error[file-not-found]'],
])('the flags %j are a mistake of the command line', async (given, complaint) => {
  const { until, ended } = goOn(project(), [emulator, 'test', ...given]);
  expect(await ended()).toBe(2);
  expect(await until(/$/)).toContain(complaint);
});

const offline: Behaviour = ({ method }, response) => {
  if (method !== 'GET') return false;
  json(response, { state: 'offline', version: '0.0.1' });
  return true;
};

const lost: Behaviour = (_, response) => {
  json(response, { message: 'no such bot' }, 404);
  return true;
};

const strange: Behaviour = (_, response) => {
  json(response, {}, 401);
  return true;
};

test.each([
  [
    offline,
    'the state of the bot is offline, and only one that is online starts',
    'have the service answer online',
  ],
  [
    lost,
    'the service answered 404: {"message":"no such bot"}',
    'look at the base URL, to which /v1/bots/… is added, at the id of the bot (--bot)',
  ],
  [strange, 'the service answered 401: {}', 'the service has to take tokens of --sentinel'],
])(
  'an endpoint that does not pass the connection test is told before anything is played',
  async (how, reason, hint) => {
    const { url, got } = await service(how);
    const { until, ended } = goOn(project(), [emulator, 'test', ...(await flags(url))]);
    expect(await ended()).toBe(2);
    const told = await until(/$/);
    expect(told).toContain(`error[bad-endpoint] ${url} does not pass the connection test: ${reason}\n`);
    expect(told).toContain(`→ ${hint}`);
    expect(got.filter(({ method }) => method !== 'GET')).toEqual([]);
  },
);

test('a conversation about a bot that does not start is played; a chat tells of it, and goes on', async () => {
  const { url } = await service(offline);
  const root = project({
    'conversations/orders.yaml':
      'function: orders\nconversations:\n  - name: No start\n    turns:\n      - bot: starts\n        expect: { error: aivendor.custom-endpoint.testConnection }\n',
  });
  const given = await flags(url);
  const played = goOn(root, [emulator, 'test', ...given]);
  const chat = goOn(root, [emulator, 'chat', 'orders', ...given], { stdin: true });
  chat.stdin.end('hi\n');
  expect([await played.ended(), await chat.ended()]).toEqual([0, 0]);
  const shown = await chat.until(/$/);
  expect(shown).toContain('does not pass the connection test: the state of the bot is offline');
  expect(shown).toContain('You said hi.');
});

test('--endpoint-timeout shortens the wait for a service that does not answer, not the conversation', async () => {
  const sentinel = await sentinelOf();
  stopTime();
  const { url } = await service(hang(100));
  const root = project({
    'conversations/orders.yaml':
      'function: orders\nconversations:\n  - name: Nothing\n    turns:\n      - says: hi\n        expect: { says: nothing }\n',
  });
  const terminal = collectingTerminal(root);
  const code = await testVerb(terminal, [], {
    engine: 'node',
    limit: [],
    reporter: [],
    endpoint: url,
    bot: 'b-1',
    environment: 'draft',
    sentinel: sentinel.url,
    client: 'client:top-secret',
    endpointTimeout: '100ms',
  });
  expect(code).toBe(1);
  const shown = steady(terminal.stdout);
  expect(shown).toContain('3.3 minutes later');
  expect(shown).toContain('gave no whole answer within <time>, which stand for <time>, 3 times');
});
