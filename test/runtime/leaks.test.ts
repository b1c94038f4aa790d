import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { collectedHeap } from '../heap.ts';
import { make } from './made.ts';

const code = `import { LpServices, Toolbelt } from 'core-functions-toolbelt';
const secrets = Toolbelt.SecretClient();
const liveperson = Toolbelt.LpClient();
const context = Toolbelt.ContextServiceClient('key');
const search = '/messaging_history/api/account/00000000/conversations/conversation/search';

export async function lambda(input: { payload: { measure: boolean } }) {
  if (input.payload.measure) {
    for (let time = 0; time < 3; time += 1) globalThis.gc();
    return { heap: process.memoryUsage().heapUsed, open: process.getActiveResourcesInfo().toSorted() };
  }
  const { value } = await secrets.readSecret('orders');
  const body = JSON.stringify({ conversationId: 'c1' });
  const history = await liveperson(LpServices.MSG_HIST, search, { method: 'POST', body });
  await context.setPropertiesInNamespace('custom', { status: history.status });
  const order = await fetch('https://orders.example.com/1');
  return [history.status, (await order.json()).id, typeof value];
}
`;

const files = {
  'made/index.ts': code,
  'settings.json': JSON.stringify({
    secrets: [
      { key: 'orders', value: 'text' },
      { key: 'LIVEPERSON_DEFAULT_APP_KEY', value: { client_id: 'id', client_secret: 'a-client-secret' } },
    ],
  }),
};

const mocks = [{ url: 'https://orders.example.com/1', body: { id: 7 } }];

/** An instance that can be told to collect its garbage. */
function collectable(): ChildProcess {
  const entry = join(__dirname, '../../build/runtime-child.js');
  return fork(entry, [], {
    env: { TZ: 'UTC' },
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

interface Held {
  heap: number;
  open: string[];
}

test('a thousand calls that use the account and the network leave neither memory nor handles behind', async () => {
  const made = await make(files, { early: collectable(), instances: 1 });
  const work = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      const { result } = await made.call({ payload: { measure: false }, mocks });
      if (JSON.stringify(result) !== '[200,7,"string"]') throw new Error(JSON.stringify(result));
    }
  };
  const held = async (): Promise<Held> => (await made.call({ payload: { measure: true } })).result as Held;

  /** The least of several readings: one alone may meet a timer that is about to end, or what is not collected yet. */
  const atRest = async () => {
    const there: Held[] = [];
    const here: number[] = [];
    const open: string[][] = [];
    for (let time = 0; time < 5; time += 1) {
      there.push(await held());
      here.push(collectedHeap());
      open.push(process.getActiveResourcesInfo());
    }
    return {
      there: {
        heap: Math.min(...there.map(({ heap }) => heap)),
        open: fewest(there.map((each) => each.open)),
      },
      here: Math.min(...here),
      open: fewest(open),
    };
  };

  // A slow call has a standby made, whenever that comes; a cold one has it made before anything is counted.
  await work(1);
  await made.call({ payload: { measure: false }, mocks, cold: true });
  // What is compiled and cached while a thing is new is no leak.
  await work(500);
  const before = await atRest();
  await work(1_000);
  const after = await atRest();

  expect(after.there.heap).toBeLessThan(before.there.heap * 1.1);
  expect(after.here).toBeLessThan(before.here * 1.1);
  expect(after.there.open).toEqual(before.there.open);
  expect(after.open.length).toBeLessThanOrEqual(before.open.length);
});

function fewest(lists: readonly string[][]): string[] {
  return lists.toSorted((one, other) => one.length - other.length)[0] ?? [];
}
