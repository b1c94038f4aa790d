import type { Account } from '../../emulator/services/account.ts';
import { accountWith, brand, type Reply, type Request, send, tokenOf } from './account.ts';

const url = (account = brand, query = '?v=1&sid=s1') =>
  `https://local.v.liveperson.net/api/account/${account}/monitoring/visitors/v1/visits/current/events${query}`;
const lead = { type: 'lead', lead: { topic: 'upgrade', value: 200 } };

async function put(
  account: Account,
  body: unknown,
  address = url(),
  request: Request = {},
): Promise<Reply | undefined> {
  const headers = { authorization: await tokenOf(account), ...request.headers };
  return send(account, address, { method: 'PUT', ...request, headers, body });
}

test('engagement attributes are kept as changes of the visit', async () => {
  const account = accountWith();
  const cart = { type: 'cart', total: 10, numItems: 1 };
  expect(await put(account, [lead, cart])).toMatchObject({ status: 200, body: {} });
  expect(account.changes).toEqual([
    { service: 'smt', operation: 'add', target: 'v1/s1', value: lead, at: 7 },
    { service: 'smt', operation: 'add', target: 'v1/s1', value: cart, at: 7 },
  ]);
});

test('a POST that says that it is a PUT is one', async () => {
  const overridden = { method: 'POST', headers: { 'x-http-method-override': 'PUT' } };
  expect(await put(accountWith(), [lead], url(), overridden)).toMatchObject({ status: 200 });
  expect(await put(accountWith(), [lead], url(), { method: 'POST' })).toBeUndefined();
});

test.each([
  [[], 'the body must be a list of engagement attributes'],
  [lead, 'the body must be a list of engagement attributes'],
  [
    [null],
    '[0].type must be text: cart, purchase, prodView, ctmrinfo, mrktInfo, personal, lead, service, error, searchInfo, orderId',
  ],
  [[lead, { type: 'led' }], '[1].type is "led", which is none. Did you mean "lead"?'],
  [[{ type: 'toString' }], '[0].type is "toString", which is none.'],
  [[{ type: 'ctmrinfo', info: 'gold' }], '[0].info must be an object'],
  [[{ type: 'lead', lead: [] }], '[0].lead must be an object'],
])('a bad body changes nothing and is a 400: %p', async (body, message) => {
  const account = accountWith();
  expect(await put(account, body)).toMatchObject({ status: 400, body: { message } });
  expect(account.changes).toEqual([]);
});

test('a session and a version are needed', async () => {
  for (const query of ['?v=1', '?v=1&sid=', '?sid=s1']) {
    expect(await put(accountWith(), [lead], url(brand, query))).toMatchObject({ status: 400 });
  }
});

test('presets may say which visits there are', async () => {
  const account = accountWith({ monitoring: { visits: [{ visitorId: 'v1', sessionId: 's1' }] } });
  expect(await put(account, [lead])).toMatchObject({ status: 200 });
  expect(await put(account, [lead], url(brand, '?v=1&sid=s2'))).toMatchObject({ status: 404 });
});

test('other accounts and requests without a token are refused', async () => {
  expect(await put(accountWith(), [lead], url('12345678'))).toMatchObject({ status: 422 });
  expect(await send(accountWith(), url(), { method: 'PUT', body: [lead] })).toMatchObject({ status: 401 });
});
