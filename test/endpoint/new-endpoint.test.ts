import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createEndpoint } from '../../emulator/endpoint/create-endpoint.ts';
import { createFunction } from '../../emulator/project/create.ts';
import { command } from '../cli/command.ts';
import { goOn } from '../cli/going-on.ts';
import { snapshotOf, temporaryFolder, writeFiles } from '../temporary.ts';
import { account, ask, sentinel, textEvent } from './service/served.ts';

const config = { name: 'bot', event: 'bot_connectors_custom_integration', description: 'd' };
const create = (cwd: string, ...args: string[]) => command('lpf-emulator', cwd, ['new', 'endpoint', ...args]);

/** What `npm install` would bring is in this package already. */
function built(root: string, name: string): string {
  const folder = join(root, 'endpoints', name);
  symlinkSync(join(__dirname, '../../node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, ['build.mjs'], { cwd: folder, stdio: 'pipe' });
  return folder;
}

/** Starts what was built as its README says, with these variables; answers what it says to one text. */
async function heard(folder: string, text: string, variables: Record<string, string> = {}): Promise<unknown> {
  const issuer = await sentinel();
  const all = { ACCOUNT_ID: account, SENTINEL_URL: issuer.url, PORT: '0', ...variables };
  const lines = Object.entries(all).map(([name, value]) => `${name}=${value}`);
  const example = readFileSync(join(folder, '.env.example'), 'utf8');
  writeFiles(folder, { '.env': [example, ...lines].join('\n') });
  const [, flags = ''] = /^node (.*)$/m.exec(readFileSync(join(folder, 'README.md'), 'utf8')) ?? [];
  expect(flags).toBe('--env-file=.env --enable-source-maps dist/main.cjs');
  const running = goOn(folder, flags.split(' '));
  const said = await running.until(/"listening".*\n/);
  const service = { url: /"url":"([^"]+)"/.exec(said)?.[1] ?? '' };
  const token = await issuer.token();
  const [, bot = ''] = /^BOT_ID=(.*)$/m.exec(example) ?? [];
  const draft = `/v1/bots/${bot}/environments/draft`;
  expect(await ask(service, 'GET', `${draft}/state`, { token })).toMatchObject({ body: { state: 'online' } });
  const path = `${draft}/conversations/c`;
  expect(await ask(service, 'PUT', path, { token, body: {} })).toMatchObject({ status: 204 });
  const { body } = await ask(service, 'POST', `${path}/events`, { token, body: textEvent(text) });
  process.kill(running.pid, 'SIGTERM');
  expect(await running.ended()).toBe(0);
  return (body as { response?: unknown }).response;
}

test('an endpoint around a function is built, started, and answers the two flows', async () => {
  const root = temporaryFolder();
  createFunction(root, 'customIntegration', 'orders');
  const before = snapshotOf(root);
  const { code, stdout } = create(root, 'order-bot', '--function', 'orders');
  expect({ code, stdout: stdout.replaceAll(/\d+ files/g, '<n> files') }).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stdout": "created  endpoints/order-bot/src/main.ts
    created  endpoints/order-bot/src/function.ts
    created  endpoints/order-bot/build.mjs
    created  endpoints/order-bot/tsconfig.json
    created  endpoints/order-bot/Dockerfile
    created  endpoints/order-bot/Dockerfile.dockerignore
    created  endpoints/order-bot/.gitignore
    created  endpoints/order-bot/README.md
    created  endpoints/order-bot/.env.example
    created  endpoints/order-bot/package.json
    created  endpoints/order-bot/src/service: <n> files, yours to change
    created  endpoints/order-bot/src/contract: <n> files, yours to change

    Next:
      cd endpoints/order-bot && npm install && npm run build
      README.md there says how to run it, how to deploy it, and what LivePerson needs
    ",
    }
  `);
  expect(Object.entries(snapshotOf(root)).filter(([file]) => !file.startsWith('endpoints/'))).toEqual(
    Object.entries(before),
  );
  expect(await heard(built(root, 'order-bot'), 'human please')).toMatchObject([
    { type: 'TEXT' },
    { type: 'TEXT', data: { messageAudience: 'AGENTS_AND_MANAGERS' } },
    { type: 'ACTION', data: { name: 'TRANSFER', parameters: { skillName: 'customer_care' } } },
  ]);
});

test('one around a hand-written function of v1 with a callback and the toolbelt is, too', async () => {
  const root = temporaryFolder({
    'functions/bot/config.json': { ...config, environmentVariables: [{ key: 'GREETING', value: 'Hello' }] },
    'functions/bot/index.js': `const { Toolbelt } = require('lp-faas-toolbelt');
function lambda(input, callback) {
  Toolbelt.SecretClient().readSecret('name').then(({ value }) => callback(null, { messages: [process.env.GREETING + ' ' + value] }));
}`,
    'functions/settings.json': {
      secrets: [
        { key: 'name', value: 'Jo' },
        { key: 'other', value: 'x' },
      ],
    },
  });
  await createEndpoint(root, 'written', 'bot');
  const folder = built(root, 'written');
  const example = readFileSync(join(folder, '.env.example'), 'utf8');
  expect(example.slice(example.indexOf('# what the function'))).toMatchInlineSnapshot(`
    "# what the function finds in its environment, secrets among it
    GREETING=Hello
    SECRET_NAME=
    "
  `);
  expect(readFileSync(join(folder, 'src/function.ts'), 'utf8')).toContain('fromLambda(lambda as Lambda)');
  expect(await heard(folder, 'hi', { GREETING: 'Hello', SECRET_NAME: 'Jo' })).toEqual([
    { type: 'TEXT', data: { message: 'Hello Jo' } },
  ]);
});

test('without a function it begins with a bot of its own, and tells all settings that are missing', async () => {
  const root = temporaryFolder();
  await createEndpoint(root, 'fresh', undefined);
  const folder = built(root, 'fresh');
  const { CI: _ci, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ['dist/main.cjs'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "ACCOUNT_ID is missing: it must be the id of your LivePerson account
    BOT_ID is missing: it must be at most 36 letters, digits and hyphens
    SENTINEL_URL is missing, and SENTINEL_PUBLIC_KEY is too: give one
    Each is an environment variable; node --env-file=.env reads them from that file.
    ",
    }
  `);
});

test('libraries of the platform that a function loads are among its packages, in exact versions', async () => {
  const root = temporaryFolder({
    'functions/bot/config.json': config,
    'functions/bot/index.ts': `import { time } from './time';\nexport async function lambda() { return { messages: [time()] }; }`,
    'functions/bot/time.ts': `import { DateTime } from 'luxon';\nexport const time = () => DateTime.now().toISO();`,
  });
  await createEndpoint(root, 'timed', 'bot');
  const own = readFileSync(join(root, 'endpoints/timed/src/function.ts'), 'utf8');
  expect(own).toContain('fromReturning(lambda as Lambda)');
  const { dependencies } = JSON.parse(readFileSync(join(root, 'endpoints/timed/package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect(Object.keys(dependencies)).toEqual([
    '@hono/node-server',
    '@redis/client',
    'hono',
    'jose',
    'luxon',
    'zod',
  ]);
  expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test.each([undefined, 'bot'])('everything that its Dockerfile copies is there, around %s', async (name) => {
  const root = temporaryFolder({
    'functions/bot/config.json': config,
    'functions/bot/index.js': 'async function lambda() {}',
  });
  await createEndpoint(root, 'Boxed', name);
  const file = readFileSync(join(root, 'endpoints/Boxed/Dockerfile'), 'utf8');
  const copied = [...file.matchAll(/^COPY (?!--from)(\S+) /gm)].map(([, path = '']) =>
    path.replace('package*', 'package'),
  );
  expect(copied.length).toBeGreaterThan(2);
  expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(file).toMatch(/^USER node$/m);
  expect(file.match(/^FROM .*$/gm)).toEqual(['FROM node:22-slim AS build', 'FROM node:22-slim']);
  const ignored = readFileSync(join(root, 'endpoints/Boxed/Dockerfile.dockerignore'), 'utf8').split('\n');
  expect(ignored).toEqual(
    expect.arrayContaining(['*', '!endpoints/Boxed', 'functions/settings.json', '**/.env']),
  );
});

test('no template leaves a blank to fill, and the README names every setting', async () => {
  const root = temporaryFolder();
  await createEndpoint(root, 'whole', undefined);
  const files = snapshotOf(join(root, 'endpoints/whole'));
  expect(Object.values(files).join('')).not.toContain('{{');
  for (const name of ['ACCOUNT_ID', 'REDIS_URL', 'LOG_LEVEL'])
    expect(files['README.md']).toContain(`\`${name}\``);
  expect(files['README.md']).toContain(' --endpoint http://127.0.0.1:4020 --bot <BOT_ID>\n');
});

test('the copied sources import their packages, Node and each other, and nothing else', async () => {
  const root = temporaryFolder();
  await createEndpoint(root, 'alone', undefined);
  const folder = join(root, 'endpoints/alone');
  const files = Object.entries(snapshotOf(folder)).filter(([file]) => file.startsWith('src/'));
  const named = files.flatMap(([file, text]) =>
    [...text.matchAll(/(?:\bfrom |\bimport\()'([^']+)'/g)].map(([, from = '']) => ({ file, from })),
  );
  const outside = named.filter(
    ({ file, from }) => from.startsWith('.') && !existsSync(join(folder, file, '..', from)),
  );
  expect(outside).toEqual([]);
  const packages = new Set(named.map(({ from }) => from).filter((from) => !/^(\.|node:)/.test(from)));
  expect([...packages].toSorted()).toMatchInlineSnapshot(`
    [
      "@hono/node-server",
      "@redis/client",
      "hono",
      "hono/utils/http-status",
      "jose",
      "zod/mini",
    ]
  `);
});

describe('nothing is written, and the reason is told,', () => {
  const files = {
    'endpoints/taken/mine.txt': 'mine',
    'functions/bot/config.json': config,
    'functions/bot/index.ts': 'export async function lambda( {',
    'functions/survey/config.json': {
      ...config,
      name: 'survey',
      event: 'surveybot_messaging_survey_started',
    },
    'functions/survey/index.ts': 'export async function lambda() {}',
  };

  test.each([
    [
      'there is one of that name',
      'taken',
      undefined,
      'already-exists',
      'endpoints/taken exists already; nothing was written',
    ],
    ['the name is a path', '../taken', undefined, 'bad-usage', '"../taken" cannot name an endpoint'],
    [
      'the name is that of a hidden folder',
      '.hidden',
      undefined,
      'bad-usage',
      '".hidden" cannot name an endpoint',
    ],
    [
      'there is no such function',
      'mine',
      'boat',
      'unknown-function',
      'no function named "boat". Did you mean "bot"?',
    ],
    [
      'the function is no bot',
      'mine',
      'survey',
      'bad-usage',
      'survey is a function for surveybot_messaging_survey_started; a bot is one for bot_connectors_custom_integration',
    ],
    [
      'the function cannot be bundled',
      'mine',
      'bot',
      'syntax-error',
      'Expected identifier but found end of file',
    ],
  ])('when %s', async (_, name, around, code, message) => {
    const root = temporaryFolder(files);
    const before = snapshotOf(root);
    await expect(createEndpoint(root, name, around)).rejects.toMatchObject({ finding: { code, message } });
    expect(snapshotOf(root)).toEqual(before);
  });

  test('when a file is where the folder would be', () => {
    const root = temporaryFolder({ endpoints: 'a file' });
    expect(create(root, 'mine').stderr.split('\n')[0]).toBe(
      'error[cannot-write] endpoints cannot be written: a file is in the way of a folder',
    );
    expect(snapshotOf(root)).toEqual({ endpoints: 'a file' });
  });

  test('when a template is to be around a function', () => {
    const root = temporaryFolder();
    const { code, stderr } = command('lpf-emulator', root, ['new', 'errorHook', 'mine', '-f', 'bot']);
    expect({ code, stderr }).toMatchInlineSnapshot(`
      {
        "code": 2,
        "stderr": "error[bad-usage] --function names what an endpoint is around, and a template is around nothing
        → write it like: lpf-emulator new endpoint orderBot --function customIntegration
      ",
      }
    `);
  });
});
