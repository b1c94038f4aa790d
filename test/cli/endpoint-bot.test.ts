import { join } from 'node:path';
import { sentinelOf, service } from '../endpoint/client/service.ts';
import { temporaryFolder } from '../temporary.ts';
import { goOn } from './going-on.ts';

const emulator = join(__dirname, '../../build/lpf-emulator.js');

/** A project whose function never answers so, and a conversation of it. */
function project(): string {
  return temporaryFolder({
    'functions/orders/index.js': 'async function lambda() { return { messages: ["from the function"] }; }\n',
    'functions/orders/config.json': {
      name: 'orders',
      description: 'orders',
      event: 'bot_connectors_custom_integration',
    },
    'conversations/orders.yaml':
      'function: orders\nconversations:\n  - name: An order\n    turns:\n      - says: hi\n        expect: { says: You said hi., within: 10s }\n',
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
  expect(got.map(({ method }) => method)).toEqual(['PUT', 'POST']);
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
  expect(shown).toMatch(/token 200, .* · create 204, .* · event 200, /);
});

test.each([
  [['--endpoint', 'function'], 'error[bad-usage] --endpoint takes a base URL\n'],
  [['--endpoint', 'localhost'], 'error[bad-usage] --endpoint takes a base URL'],
  [['--endpoint', 'http://127.0.0.1:1', '--bot', 'no bot'], 'error[bad-endpoint] the bot id "no bot"'],
  [['--endpoint', 'https://127.0.0.1:1', '--ca', 'none.pem'], 'error[file-not-found]'],
])('the flags %j are a mistake of the command line', async (given, complaint) => {
  const { until, ended } = goOn(project(), [emulator, 'test', ...given]);
  expect(await ended()).toBe(2);
  expect(await until(/$/)).toContain(complaint);
});
