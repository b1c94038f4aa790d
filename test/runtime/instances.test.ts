import { execFileSync, fork } from 'node:child_process';
import { join } from 'node:path';
import type { SendLive } from '../../emulator/runtime/outbound/passage.ts';
import { temporaryFolder } from '../temporary.ts';
import { engines, make } from './made.ts';

const counter = 'let calls = 0;\nasync function lambda() {\n  return (calls += 1);\n}';

test.each(engines)('an instance is kept and so is its module state on %s', async (engine) => {
  const made = await make(counter, { engine, instances: 1 });
  const first = await made.call();
  const second = await made.call();
  expect([first.start, first.result, second.start, second.result]).toEqual(['cold', 1, 'warm', 2]);
  expect(first.timings.coldStart).toBeGreaterThan(0);
  expect(second.timings.coldStart).toBe(0);
});

test('a cold call has an instance of its own, and leaves the warm one as it was', async () => {
  const made = await make(counter, { instances: 1 });
  await made.call();
  const cold = await made.call({ cold: true });
  const warm = await made.call();
  expect([cold.start, cold.result, warm.start, warm.result]).toEqual(['cold', 1, 'warm', 2]);
});

test('an instance takes one call at a time; more calls at once are more instances', async () => {
  const made = await make(
    `let open = 0;
async function lambda() {
  open += 1;
  const seen = open;
  await new Promise((done) => setTimeout(done, 20));
  open -= 1;
  return seen;
}`,
    { instances: 2 },
  );
  const records = await Promise.all([made.call(), made.call(), made.call(), made.call()]);
  expect(records.map(({ result }) => result)).toEqual([1, 1, 1, 1]);
  expect(records.map(({ start }) => start).toSorted()).toEqual(['cold', 'cold', 'warm', 'warm']);
});

test.each([
  ['answers', counter, 'ok'],
  ['never ends its load', `for (;;);\n${counter}`, 'timeout'],
])('the emulator’s own start is no part of the deadline: a function that %s', async (_, code, outcome) => {
  const deadline = 700;
  const busy = `const until = performance.now() + ${2 * deadline};\nwhile (performance.now() < until);`;
  const late = join(temporaryFolder({ 'late.cjs': busy }), 'late.cjs');
  const entry = join(__dirname, '../../build/runtime-child.js');
  const early = fork(entry, [], {
    env: { TZ: 'UTC' },
    execArgv: ['--require', late],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const made = await make(code, { early, instances: 1, limits: { deadline } });
  expect((await made.call()).outcome).toBe(outcome);
});

/** A passage that nothing comes back through, and a promise of the first request in it. */
function deadEnd(): { passage: { live: SendLive }; asked: Promise<void> } {
  let tell: () => void;
  const asked = new Promise<void>((resolve) => (tell = resolve));
  return { passage: { live: () => new Promise(() => tell()) }, asked };
}

const waiting = "async function lambda() {\n  await fetch('https://a.example/');\n}";

test('an invoker that is closed ends the call at work, refuses the one in line and any other, and leaves no child', async () => {
  const { passage, asked } = deadEnd();
  const made = await make(waiting, { instances: 1, passage });
  const calls = [made.call(), made.call(), made.call()];
  const ended = Promise.allSettled(calls);
  await asked;
  await made.close();
  const closed = { reason: new Error('the invoker is closed: it calls no function any more') };
  const hint = expect.stringMatching(
    /^run it again: something outside of the function ended its process/,
  ) as string;
  const killed = { outcome: 'crashed', verdict: { findings: [{ code: 'function-crashed', hint }] } };
  expect(await ended).toMatchObject([{ value: killed }, closed, closed]);
  await expect(made.call()).rejects.toThrow(closed.reason);
  await expect(made.call({ cold: true })).rejects.toThrow(closed.reason);
  const children = execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  expect(children).not.toContain('runtime-child');
});

test('what goes wrong in the emulator itself comes to whoever called, and the next call has a new instance', async () => {
  let sent = 0;
  const live: SendLive = async () => {
    sent += 1;
    if (sent === 1) throw new RangeError('a bug of ours');
    return { status: 200, headers: {}, body: null };
  };
  const made = await make(waiting, { instances: 1, passage: { live } });
  const [broken, next] = await Promise.allSettled([made.call(), made.call()]);
  expect(broken).toMatchObject({ reason: new RangeError('a bug of ours') });
  expect(next).toMatchObject({ value: { outcome: 'ok', start: 'cold' } });
});

const fragile = `let calls = 0;
async function lambda({ payload }) {
  calls += 1;
  if (payload === 'loop') for (;;);
  if (payload === 'exit') process.exit(3);
  if (payload === 'later') setTimeout(() => { throw new Error('after the answer'); }, 1);
  if (payload === 'soon') setImmediate(() => { throw new Error('after the answer'); });
  if (payload === 'heap') { const all = []; for (;;) all.push(new Array(100_000).fill(0.5)); }
  return calls;
}`;

test.each([
  ['loop', 'timeout'],
  ['exit', 'crashed'],
  ['heap', 'out-of-memory'],
])('after a call that ends its instance (%s) the next one starts anew', async (payload, outcome) => {
  const made = await make(fragile, {
    instances: 1,
    limits: { deadline: payload === 'loop' ? 1_000 : 30_000, memory: 128 * 1024 * 1024 },
  });
  expect((await made.call()).result).toBe(1);
  const ended = await made.call({ payload });
  expect([ended.start, ended.outcome]).toEqual(['warm', outcome]);
  const next = await made.call();
  expect([next.start, next.outcome, next.result]).toEqual(['cold', 'ok', 1]);
});

test('an instance that dies between two calls is replaced, and nobody notices', async () => {
  const made = await make(fragile, { instances: 1 });
  const last = await made.call({ payload: 'later' });
  expect([last.outcome, last.result]).toEqual(['ok', 1]);
  const records = [];
  do records.push(await made.call());
  while (records.at(-1)?.start === 'warm');
  expect(records.at(-1)).toMatchObject({ start: 'cold', outcome: 'ok', result: 1 });
});

test('what a call left running does not fail the next one, even where that is on its way already', async () => {
  const made = await make(fragile, { instances: 1 });
  await made.call();
  for (let round = 0; round < 3; round += 1) {
    await made.call({ payload: 'soon' });
    // The child is gone by now, and the host has not looked.
    const end = performance.now() + 100;
    while (performance.now() < end);
    expect(await made.call()).toMatchObject({ start: 'cold', outcome: 'ok', result: 1 });
  }
});

test.each(engines)(
  'what is held in memory is told on %s, heap and what lies outside of it apart',
  async (engine) => {
    const made = await make(
      'const kept = [];\nasync function lambda() {\n  kept.push(new Uint8Array(8_000_000), new Array(500_000).fill(0.5));\n}',
      { engine },
    );
    await made.call();
    const { memory } = await made.call();
    expect(memory.heapPeak).toBeGreaterThan(4_000_000);
    expect(memory.externalPeak).toBeGreaterThan(8_000_000);
  },
);

test('work counts as CPU, and the projection divides it by the share of the generation', async () => {
  const made = await make(
    'async function lambda() {\n  const end = process.cpuUsage().user + 30_000;\n  while (process.cpuUsage().user < end);\n}',
  );
  const { timings } = await made.call();
  expect(timings.active).toBeGreaterThan(25);
  expect(timings.projected).toBeCloseTo(Number(timings.waiting) + Number(timings.active) / 0.083, 5);
});
