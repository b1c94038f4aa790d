import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ownPort } from '../own-port.ts';
import { command } from './command.ts';
import { goOn } from './going-on.ts';
import { tinyProject } from './tiny.ts';

const entry = join(__dirname, '../../build/lpf-endpoint.js');
const endpoint = (cwd: string, ...args: string[]) => command('lpf-endpoint', cwd, args);

test('a function is served with a Sentinel of its own, until Ctrl-C', async () => {
  const root = tinyProject({
    'functions/settings.json': { secrets: [{ key: 'orders', value: { id: 7 } }] },
    'functions/secret/config.json': {
      name: 'secret',
      event: 'bot_connectors_custom_integration',
      description: 'd',
      environmentVariables: { SKILL: 'support' },
    },
    'functions/secret/index.ts': `import { Toolbelt } from 'core-functions-toolbelt';
      export async function lambda({ payload }) {
        const { value } = await Toolbelt.SecretClient().readSecret('orders');
        if (payload.message === 'reject') void Promise.reject(new Error('left behind'));
        if (payload.message === 'throw') setImmediate(() => { throw new Error('left behind'); });
        return { messages: [payload.message, process.env.SKILL, String(value.id)] };
      }`,
  });
  const running = goOn(root, [entry, 'secret', '--port', '0', '--log-level', 'warn']);
  const said = await running.until('Ctrl-C ends it.\n');
  const { 'Base URL': url, 'Tokens from': tokens, 'Client ID': id, 'Client Secret': secret } = rowsOf(said);
  expect(steadied(said)).toMatchInlineSnapshot(`
    "The function answers as a Custom Endpoint.
      Base URL       http://<address>
      Bot ID         secret
      Environment    draft
      Account        00000000
      Tokens from    http://<address>
      Client ID      local-client-id
      Client Secret  local-client-secret
    Talk with it: lpf-emulator chat secret --endpoint http://<address>
    Its tokens come from a local Sentinel that ends with it. Ctrl-C ends it.
    "
  `);

  const form = new URLSearchParams({
    client_id: id ?? '',
    client_secret: secret ?? '',
    grant_type: 'client_credentials',
  });
  const got = await fetch(`${tokens}/sentinel/api/v2/account/00000000/app/token`, {
    method: 'POST',
    body: form,
  });
  const { access_token: token } = (await got.json()) as { access_token: string };
  const send = async (method: string, path: string, body: unknown) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return fetch(`${url}/v1/bots/secret/environments/draft/conversations/c${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    });
  };
  const say = async (message: string) =>
    (await send('POST', '/events', { type: 'TEXT', data: { message } })).json();
  expect((await send('PUT', '', {})).status).toBe(204);
  expect(await say('hi')).toMatchObject({
    response: [{ data: { message: 'hi' } }, { data: { message: 'support' } }, { data: { message: '7' } }],
  });
  // What a function leaves behind takes nobody down.
  for (const message of ['reject', 'throw', 'hi']) {
    expect(await say(message)).toMatchObject({ response: [{ data: { message } }, {}, {}] });
  }
  process.kill(running.pid, 'SIGINT');
  expect(await running.ended()).toBe(0);
  expect(parsed(await running.until('')).map(({ message }) => message)).toEqual([
    'unhandled rejection',
    'uncaught exception',
  ]);
});

test.each([
  ['my_bot', [], ' chat my_bot --endpoint <url>'],
  ['a_bot_whose_name_is_longer_than_an_id_may_be', [], ' --endpoint <url>'],
  [
    'my_bot',
    ['--bot', 'orders', '--environments', 'live,test', '--account', '4711'],
    ' --bot orders --environment live --account 4711',
  ],
])('the command that is printed for %s %j can be run', async (name, flags, told) => {
  const root = tinyProject({
    [`functions/${name}/index.ts`]: 'export async function lambda() { return { messages: ["here"] }; }',
    [`functions/${name}/config.json`]: { name, event: 'bot_connectors_custom_integration', description: 'd' },
  });
  const running = goOn(root, [entry, name, '--port', '0', '--log-level', 'warn', ...flags]);
  const said = await running.until('Ctrl-C ends it.\n');
  const printed = /lpf-emulator (.*)/.exec(said)?.[1] ?? '';
  expect(` ${printed.replace(/http:\S+/, '<url>').replace(/ --sentinel \S+/, '')}`).toContain(told);
  const chat = command('lpf-emulator', root, printed.split(' '), { input: 'hi\n' });
  expect(chat).toMatchObject({ code: 0, stdout: expect.stringContaining('here') });
  process.kill(running.pid, 'SIGINT');
  expect(await running.ended()).toBe(0);
});

test('why it is not ready stands in the log: what is at fault with Sentinel, and the probe that failed', async () => {
  const dead = `http://127.0.0.1:${await ownPort()}`;
  const args = [entry, 'echo', '--port', '0', '--sentinel', dead];
  const running = goOn(tinyProject(), args, { stderr: false });
  // The keys are fetched at the start already, so their line may come at once.
  const begin = await running.until(/"listening".*\n/);
  expect((await fetch(`${/"url":"([^"]+)"/.exec(begin)?.[1]}/ready`)).status).toBe(503);
  const lines = parsed(begin + (await running.until(/"not-ready".*\n/)));
  const keys = lines.find(({ level }) => level === 'error');
  const probe = lines.find(({ message }) => message === 'request');
  expect(keys).toMatchObject({
    level: 'error',
    message: 'keys of Sentinel cannot be fetched',
    cause: { code: 'ECONNREFUSED', said: expect.stringContaining('ECONNREFUSED') },
  });
  expect(probe).toMatchObject({
    level: 'warn',
    method: 'GET',
    path: '/ready',
    status: 503,
    code: 'not-ready',
    checks: { store: true, keys: false, running: true },
  });
  process.kill(running.pid, 'SIGINT');
  expect(await running.ended()).toBe(0);
});

function rowsOf(said: string): Record<string, string> {
  return Object.fromEntries(
    [...said.matchAll(/^ {2}(\S+(?: \S+)*) {2,}(\S+)$/gm)].map(([, name, value]) => [name, value]),
  );
}

/** Whether the usual port of Sentinel is free depends on what else runs on this machine. */
function steadied(said: string): string {
  return said.replaceAll(/127\.0\.0\.1:\d+/g, '<address>').replace(' --sentinel http://<address>', '');
}

function parsed(log: string): Record<string, unknown>[] {
  const lines = log.split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('what is wrong is told, with exit code 2:', () => {
  test('every setting at once', () => {
    const { code, stderr } = endpoint(
      tinyProject(),
      'echo',
      '--port',
      'x',
      '--account',
      '',
      '--bot',
      'my bot',
      '--function-timeout',
      '5',
    );
    expect({ code, stderr }).toMatchInlineSnapshot(`
      {
        "code": 2,
        "stderr": "error[bad-endpoint] BOT_ID must be at most 36 letters, digits and hyphens
        PORT must be a port from 0 to 65535
        FUNCTION_TIMEOUT must be a duration such as 500ms, 30s, 10m or 24h, more than nothing and at most 24d
        → set it in the environment or by its flag, see lpf-endpoint --help
      ",
      }
    `);
  });

  test('an unknown function', () => {
    const { code, stderr } = endpoint(tinyProject(), 'eco');
    expect({ code, stderr }).toMatchInlineSnapshot(`
      {
        "code": 2,
        "stderr": "error[unknown-function] no function named "eco". Did you mean "echo"?
        → the functions here are echo
      ",
      }
    `);
  });

  test('a function that is no bot', () => {
    const root = tinyProject({
      'functions/hook/index.ts': 'export async function lambda() {}',
      'functions/hook/config.json': { name: 'hook', event: 'bot_connectors_error_hook', description: 'd' },
    });
    const { code, stderr } = endpoint(root, 'hook');
    expect({ code, stderr }).toMatchInlineSnapshot(`
      {
        "code": 2,
        "stderr": "error[bad-usage] hook is a function for bot_connectors_error_hook; a bot is one for bot_connectors_custom_integration
        → name one for that event, such as one made by: lpf-emulator new customIntegration myBot
      ",
      }
    `);
  });

  test('a port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { code, stderr } = endpoint(tinyProject(), 'echo', '--port', String(port));
    server.close();
    expect({ code, stderr: stderr.replace(String(port), '<port>') }).toMatchInlineSnapshot(`
      {
        "code": 2,
        "stderr": "error[bad-usage] 127.0.0.1:<port> is taken by another program
        → choose another port, such as --port 4021
      ",
      }
    `);
  });
});

test('a function that cannot be bundled is told as by every other command', () => {
  const root = tinyProject({ 'functions/echo/index.ts': 'export async function lambda( {' });
  const { code, stderr } = endpoint(root, 'echo');
  expect({ code, stderr }).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "error[syntax-error] Expected identifier but found end of file
      at functions/echo/index.ts:1:32
      → correct the source at this place
    ",
    }
  `);
});

test('--help says what there is', () => {
  const { code, stdout } = endpoint(tinyProject(), '--help');
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "Usage: lpf-endpoint [options] <function>

    Serves a function of the project as a Custom Endpoint of Third-Party Bots, until
    Ctrl-C.

    Arguments:
      function                       a bot: a function for the event Third-Party
                                     Bots Custom Integration

    Options:
      --port <port>                  where to listen, 0 for any that is free (PORT,
                                     4020)
      --account <id>                 the account that tokens must be for
                                     (ACCOUNT_ID, 00000000)
      --bot <id>                     the id of the bot (BOT_ID, the function’s name)
      --environments <names>         environments of the bot, parted by commas
                                     (ENVIRONMENTS, draft)
      --sentinel <url>               whose keys check the tokens (SENTINEL_URL, one
                                     that is started along)
      --redis <url>                  where conversations are kept (REDIS_URL, in
                                     memory)
      --function-timeout <duration>  how long the function may take
                                     (FUNCTION_TIMEOUT, 30s)
      --log-level <level>            debug, info, warn or error (LOG_LEVEL, info)
      -V, --version                  output the version number
      -h, --help                     display help for command

    Every setting of the service can be given as an environment variable too; flags win. Standard output
    holds the log, one line of JSON for each request. Secrets of functions/settings.json and
    environmentVariables of config.json are set, unless the environment has them.
    "
  `);
});
