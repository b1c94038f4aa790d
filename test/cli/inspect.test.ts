import { createServer, type AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, until } from '../faults/fault.ts';
import { command } from './command.ts';
import { Debugger, invokeInspected } from './debugger.ts';
import { steady, tinyProject } from './tiny.ts';

const index = 'functions/echo/index.ts';
const shout = 'functions/lib/shout.ts';

const folder = tinyProject({
  [index]: `import { shout } from '../lib/shout';

const greeting: string = 'Hello';

export async function lambda(input: { payload: { message: string } }) {
  const { message } = input.payload;
  const loud: string = shout(message);
  return { messages: [\`\${greeting} \${loud}\`] };
}
`,
  [shout]: 'export function shout(text: string): string {\n  return text.toUpperCase();\n}\n',
  'functions/plain/index.js':
    'async function lambda(input) {\n  const { from } = input.payload;\n  return from;\n}\n',
  'functions/plain/config.json': {
    name: 'plain',
    event: 'No Event',
    description: 'Plain',
    input: { headers: [], payload: { from: 'config' } },
  },
});
const at = (file: string, line: number) => ({ file: join(folder, file), line });

test('--inspect stops at a TypeScript line where locals can be read, and the answer is printed', async () => {
  const { address, ended } = await invokeInspected(folder, ['echo', '--message', 'you', '--inspect=0']);
  expect(address).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\//);
  const attached = await Debugger.attach(address);
  await attached.begin();
  await attached.breakAt(at(index, 8));
  await attached.breakAt(at(shout, 2));
  // The head of a function in front of the first line, our own few words behind the last: no line of it moves.
  const lines = (await attached.source('functions/echo/index.js')).split('\n');
  const pasted = command('lpf-bundle', folder, ['echo', '--generation', 'v2', '--stdout']).stdout.split('\n');
  expect(lines.slice(1, pasted.length)).toEqual(pasted.slice(1));
  expect(lines[0]?.endsWith(pasted[0] ?? '?')).toBe(true);
  await attached.resume();

  const inside = await attached.stop();
  expect([inside.place, await inside.read('text')]).toEqual([at(shout, 2), 'you']);
  await attached.resume();
  const back = await attached.stop();
  expect([back.place, await back.read('loud'), await back.read('greeting')]).toEqual([
    at(index, 8),
    'YOU',
    'Hello',
  ]);
  await attached.resume();

  const { code, stdout, stderr } = await ended;
  expect({ code, answer: JSON.parse(stdout) as unknown }).toEqual({
    code: 0,
    answer: { messages: ['Hello YOU'] },
  });
  expect(
    steady(stderr)
      .replaceAll(/ws:\S+/g, '<address>')
      .replaceAll(/https:..nodejs\S+/g, '<help>'),
  ).toMatchInlineSnapshot(`
    "the call waits for a debugger at the port of 127.0.0.1 that follows, and then stops at its breakpoints
      VS Code: the configurations in docs/debugging.md of lpf-emulator; Chrome: chrome://inspect
      meanwhile: no deadline, no memory limit, no file or process lock; times include every stop
    Debugger listening on <address>
    For help, see: <help>
    Debugger attached.
    ✓ ok  echo · command line · v2 · cold
     <time> measured, <time> CPU, <time> waiting, <time> projected to the platform, cold start <time>
    "
  `);
});

test.each(['v1', 'v2'])(
  '--inspect-brk stops before the first line of one’s own on %s',
  async (generation) => {
    const args = ['echo', '--message', 'you', '--inspect-brk=0', '--generation', generation];
    const { address, ended } = await invokeInspected(folder, args);
    const attached = await Debugger.attach(address);
    await attached.begin();
    await attached.resume();
    const first = await attached.stop();
    expect([first.place, await first.read('greeting')]).toEqual([at(index, 3), undefined]);
    await attached.resume();
    expect(JSON.parse((await ended).stdout)).toEqual({ messages: ['Hello YOU'] });
  },
);

test('--inspect-brk stops in a hand-written file, which is its own source', async () => {
  const { address, ended } = await invokeInspected(folder, ['plain', '--inspect-brk=0', '--json']);
  const attached = await Debugger.attach(address);
  await attached.beginPlain();
  const first = await attached.stop();
  expect([first.place, await first.read('from')]).toEqual([null, undefined]);
  expect(await first.read('JSON.stringify(input.payload)')).toBe('{"from":"config"}');
  await attached.resume();
  const { timings, ...record } = JSON.parse((await ended).stdout) as Record<string, unknown>;
  expect(record).toMatchObject({ result: 'config', verdict: { pass: true } });
  expect(Object.keys(timings as object)).toEqual(['coldStart', 'wall', 'active', 'waiting', 'projected']);
});

test('standing still breaks no limit, and what fails is still mapped to its line', async () => {
  const limits = ['--limit', 'deadline=1ms', '--limit', 'budget=1ms'];
  const failing = tinyProject();
  const args = ['echo', '--message', 'fail', '--inspect-brk=0', ...limits];
  const { address, ended } = await invokeInspected(failing, args);
  const attached = await Debugger.attach(address);
  await attached.begin();
  await attached.resume();
  await attached.stop();
  await attached.resume();
  const { code, stderr } = await ended;
  expect(code).toBe(1);
  expect(stderr).toContain('✗ function-failed  no luck\n    at functions/echo/index.ts:4:33\n');
});

test.each(['SIGINT', 'SIGKILL'] as const)(
  '%s ends a call that waits, and leaves nothing behind',
  async (signal) => {
    const { child, ended } = await invokeInspected(folder, ['echo', '--inspect=0']);
    child.kill(signal);
    await ended;
    expect(await until(() => (isAlive(-(child.pid ?? 0)) ? undefined : 'all gone'))).toBe('all gone');
  },
);

test('the sample for VS Code can be used as it is', () => {
  const text = readFileSync(join(__dirname, '../../docs/debugging.md'), 'utf8');
  const sample = JSON.parse(/```json\n(.*?)```/s.exec(text)?.[1] ?? '') as { configurations: object[] };
  const [attach, launch] = sample.configurations;
  expect(attach).toMatchObject({ type: 'node', request: 'attach', address: '127.0.0.1', port: 9229 });
  expect(launch).toMatchObject({ type: 'node', request: 'launch', attachSimplePort: 9229 });
  const [program, verb, , flag] = (launch as { runtimeArgs: string[] }).runtimeArgs;
  expect([program, verb, flag]).toEqual(['lpf-emulator', 'invoke', '--inspect-brk=9229']);
});

test('a port that is taken is told before anything waits', async () => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const { code, stderr } = command('lpf-emulator', folder, ['invoke', 'echo', `--inspect=${port}`]);
  server.close();
  expect({
    code,
    stderr: stderr.replaceAll(String(port), '<port>').replace(String(port + 1), '<next>'),
  }).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[bad-usage] --inspect: 127.0.0.1:<port> is taken by another program
      → end that program, or take another port: --inspect=<next>
    ",
    }
  `);
});

test.each([[['--inspect=nine']], [['--inspect', '--engine', 'vm2']], [['--inspect-brk', '--watch']]])(
  'what goes ill with a debugger is told: %s',
  (args) => {
    const { code, stdout, stderr } = command('lpf-emulator', folder, ['invoke', 'echo', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(`\n${stderr}`).toMatchSnapshot();
  },
);
