import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';
import { backend, json } from './server.ts';
import { account, toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

const info = jest.spyOn(console, 'info').mockImplementation(() => {});
const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
const { secrets } = account;
const orders = backend('ORDERS_URL');

beforeEach(() => {
  info.mockClear();
  warn.mockClear();
  account.secrets = secrets;
});

/** What the agent sees: a text, which the caller has to take. */
async function shown(words: unknown, rest: object = { conversationId: 'conv-1' }): Promise<string> {
  const { lambda } = await import('../../functions/conversationalCommand/index.ts');
  const payload = { ...rest, arguments: words };
  const answer = await lambda({ headers: [], payload: payload as never });
  expect(await judgeAnswer('conversational_command', answer, { payload, generation: 'v2' })).toEqual([]);
  return String(answer);
}

const usage = 'Give one to three order numbers of six to ten digits, such as 471100.';

test('an order is looked up with the account’s token', async () => {
  orders.answer = json(200, { status: 'shipped', expected: '2026-12-01' });
  expect(await shown(['471100'])).toBe('Order 471100: on its way, expected on 2026-12-01.');
  expect(orders.got).toMatchObject([
    {
      method: 'GET',
      url: '/orders/471100',
      headers: { authorization: 'Bearer synthetic-value-for-local-runs' },
    },
  ]);
});

test('up to three orders are looked up, each once, and the agent is told of the rest', async () => {
  orders.answer = (got, response) => {
    const known = got.url !== '/orders/471102';
    json(known ? 200 : 404, { status: 'delivered' })(got, response);
  };
  expect(await shown(['471101;471102', '#471103 471101', '471104'])).toMatchInlineSnapshot(`
    "Order 471101: delivered.
    Order 471102: not known.
    Order 471103: delivered.
    Only the first 3 numbers were looked up."
  `);
  expect(orders.got.map(({ url }) => url).toSorted()).toEqual([
    '/orders/471101',
    '/orders/471102',
    '/orders/471103',
  ]);
});

test.each([
  ['hangs up', undefined, 'unreachable'],
  ['fails', json(503, {}), 'status 503'],
  ['answers something else', json(200, { status: 'lost in space' }), 'unreadable'],
])('a backend that %s is told in words, and is no error', async (_, answer, reason) => {
  if (answer) orders.answer = answer;
  expect(await shown(['471100'])).toBe(
    'Order 471100: the order system did not answer, try again in a minute.',
  );
  expect(warn.mock.calls).toEqual([['order backend gave no usable answer', { reason }]]);
});

test('without the account’s token nothing is asked', async () => {
  account.secrets = [];
  expect(await shown(['471100'])).toContain('did not answer');
  expect(orders.got).toEqual([]);
});

test.each([
  [[]],
  [undefined],
  [null],
  ['471100'],
  [{ 0: '471100' }],
  [[471100]],
  [[null, {}, []]],
  [['12345', '12345678901']],
  [['../471100', '471100/..', '471100?x=1', '４７１１００', '٤٧١١٠٠']],
])('what holds no order number gets the usage, and asks for nothing: %j', async (words) => {
  expect(await shown(words)).toBe(usage);
  expect(orders.got).toEqual([]);
});

test('what is no order number is counted and never shown', async () => {
  orders.answer = json(200, { status: 'packed' });
  const answer = await shown(['<img src=x onerror=alert(1)>', '471100', '../../admin']);
  expect(answer).toBe('Order 471100: packed.\nWhat else you typed is no order number (4 words).');
});

test('a novel of numbers costs three requests', async () => {
  orders.answer = json(200, { status: 'packed' });
  const novel = Array.from({ length: 500 }, (_, index) => `${100_000 + index} `.repeat(500));
  await shown(novel);
  expect(orders.got).toHaveLength(3);
});

test('the log has the conversation, and no order', async () => {
  orders.answer = json(200, { status: 'packed' });
  await shown(['471100']);
  expect(info.mock.calls).toEqual([
    ['orders looked up for an agent', { conversationId: 'conv-1', orders: 1 }],
  ]);
  expect(JSON.stringify(info.mock.calls)).not.toContain('471100');
});

test('no input at all gets the usage', async () => {
  const { lambda } = await import('../../functions/conversationalCommand/index.ts');
  expect(await lambda(undefined as never)).toBe(usage);
  expect(await lambda({ payload: null as never })).toBe(usage);
});
