import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';
import { backend, json } from './server.ts';
import { account, toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

const logs = (['info', 'warn', 'error'] as const).map((level) =>
  jest.spyOn(console, level).mockImplementation(() => {}),
);
const { secrets } = account;
const crm = backend('CRM_URL', '/');

beforeEach(() => {
  logs.forEach((spy) => spy.mockClear());
  account.secrets = secrets;
});

async function answerTo(payload: unknown, headers: unknown = []): Promise<unknown> {
  const { lambda } = await import('../../functions/externalInvocation/index.ts');
  const answer = await lambda({ headers: headers as never, payload: payload as never });
  expect(await judgeAnswer('external', answer, { payload, generation: 'v2' })).toEqual([]);
  return answer;
}

const form = { name: ' Robin Roe ', phone: '+1 (212) 555-0188', topic: 'order', consent: true };

/** The fields that are wrong with a form. */
async function wrong(changed: object): Promise<string[]> {
  const answer = (await answerTo({ ...form, ...changed })) as { errors: { field: string }[] };
  expect(answer).toMatchObject({ accepted: false, retry: false });
  expect(crm.got).toEqual([]);
  return answer.errors.map(({ field }) => field);
}

test('a good form goes to the CRM, tidied up, with the account’s token and the id of the request', async () => {
  crm.answer = json(201, { reference: 'CB-1001' });
  const headers = [{ key: 'X-Request-ID', value: 'request-1' }];
  expect(await answerTo({ ...form, notBefore: '2026-12-01T09:00:00-05:00', extra: 'x' }, headers)).toEqual({
    accepted: true,
    reference: 'CB-1001',
  });
  const [got] = crm.got;
  expect(got).toMatchObject({
    method: 'POST',
    url: '/callbacks',
    headers: { authorization: 'Bearer synthetic-value-for-local-runs', 'idempotency-key': 'request-1' },
  });
  expect(JSON.parse(got?.body ?? '')).toEqual({
    name: 'Robin Roe',
    phone: '+12125550188',
    topic: 'order',
    notBefore: '2026-12-01T09:00:00-05:00',
  });
});

test('a reference that is none is left out', async () => {
  crm.answer = json(200, { reference: { html: '<b>' } });
  expect(await answerTo(form)).toEqual({ accepted: true, reference: null });
});

test('a form with nothing right in it gets all problems at once', async () => {
  expect(await answerTo({ name: '', phone: '0188', topic: 'x', notBefore: 'soon' })).toMatchInlineSnapshot(`
    {
      "accepted": false,
      "errors": [
        {
          "field": "name",
          "problem": "needs one line of at most 80 characters",
        },
        {
          "field": "phone",
          "problem": "needs its country code, such as +1 212-555-0188",
        },
        {
          "field": "topic",
          "problem": "must be one of order, billing, other",
        },
        {
          "field": "notBefore",
          "problem": "must be a time such as 2026-12-01T09:00:00Z",
        },
        {
          "field": "consent",
          "problem": "must be true",
        },
      ],
      "retry": false,
    }
  `);
});

test.each([[undefined], [null], ['text'], [7], [[]], [{}]])(
  'what is no form gets problems too: %j',
  async (payload) => {
    expect(await answerTo(payload)).toMatchObject({ accepted: false, retry: false });
    expect(crm.got).toEqual([]);
  },
);

test.each([
  ['name', { name: 'Robin\r\nRoe' }],
  ['name', { name: 'x'.repeat(81) }],
  ['name', { name: ['Robin'] }],
  ['phone', { phone: '+1 212 555 0188 ext. 7' }],
  ['phone', { phone: '+0123456789' }],
  ['phone', { phone: 12125550188 }],
  ['phone', { phone: '+'.repeat(100_000) }],
  ['topic', { topic: 'constructor' }],
  ['topic', { topic: 'Order' }],
  ['notBefore', { notBefore: '2026-13-41T09:00:00Z' }],
  ['notBefore', { notBefore: '2026-12-01' }],
  ['notBefore', { notBefore: 1_796_115_600_000 }],
  ['consent', { consent: 'true' }],
  ['consent', { consent: undefined }],
])('%s is refused in %j', async (field, changed) => {
  expect(await wrong(changed)).toEqual([field]);
});

test.each([
  ['hangs up', undefined],
  ['fails', json(500, {})],
  ['has too much to do', json(429, {})],
])('a CRM that %s means: try again', async (_, answer) => {
  if (answer) crm.answer = answer;
  expect(await answerTo(form)).toEqual({ accepted: false, retry: true, errors: [] });
});

test('a CRM that refuses means: do not try again', async () => {
  crm.answer = json(422, { error: 'do not call' });
  expect(await answerTo(form)).toEqual({ accepted: false, retry: false, errors: [] });
});

test('without the account’s token nothing is sent, and the caller may try again', async () => {
  account.secrets = [];
  expect(await answerTo(form)).toEqual({ accepted: false, retry: true, errors: [] });
  expect(crm.got).toEqual([]);
});

test.each([
  ['a list of pairs', [{ key: 'x-request-id', value: 'request-1' }], 'request-1'],
  ['a map', { 'X-REQUEST-ID': 'request-1' }, 'request-1'],
  ['a map with a line break in it', { 'x-request-id': '1\r\nx-admin: 1' }, undefined],
  ['pairs that are none', [null, 7, { key: 'x-request-id' }], undefined],
  ['nothing', null, undefined],
])('headers may be %s', async (_, headers, id) => {
  crm.answer = json(201, {});
  expect(await answerTo(form, headers)).toMatchObject({ accepted: true });
  expect(crm.got[0]?.headers['idempotency-key']).toBe(id);
});

test('name and number get into no log', async () => {
  for (const answer of [json(201, {}), json(422, { phone: '+12125550188' }), json(500, 'Robin')]) {
    crm.answer = answer;
    await answerTo(form);
  }
  expect(JSON.stringify(logs.flatMap((spy) => spy.mock.calls))).not.toMatch(/Robin|0188/);
});
