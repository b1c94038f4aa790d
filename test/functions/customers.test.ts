import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';
import { backend, json, type Backend } from './server.ts';
import { account, toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
const { secrets } = account;
const crm = backend('CRM_URL');

beforeEach(() => {
  warn.mockClear();
  account.secrets = secrets;
});

/** Answers each path of the CRM; one that is not named is not found. */
function answers(paths: Record<string, Backend['answer']>): void {
  crm.answer = (got, response) => (paths[got.url] ?? json(404, {}))(got, response);
}

const notIds: [unknown][] = [
  [undefined],
  [null],
  [''],
  ['{$botContext.customerId}'],
  ['{{custom.customerId}}'],
  ['../../admin'],
  ['C-1001/orders'],
  ['C 1001'],
  ['x'.repeat(41)],
  ['\uD800'],
  [['C-1001']],
  [true],
];

async function answerTo(payload: unknown, headers: unknown = []): Promise<unknown> {
  const { lambda } = await import('../../functions/conversationBuilder/index.ts');
  const answer = await lambda({ headers: headers as never, payload: payload as never });
  expect(await judgeAnswer('conversation_builder', answer, { payload, generation: 'v2' })).toEqual([]);
  return answer;
}

async function tierOf(payload: unknown): Promise<unknown> {
  const { lambda } = await import('../../functions/orchestratorAttribute/index.ts');
  const answer = await lambda({ headers: [], payload: payload as never });
  expect(await judgeAnswer('conversation_orchestrator', answer, { payload, generation: 'v2' })).toEqual([]);
  return answer;
}

describe('for Conversation Builder', () => {
  const nobody = {
    found: false,
    complete: true,
    firstName: '',
    tier: '',
    lastOrder: '',
    lastOrderStatus: '',
    nextAppointment: '',
  };

  const everything = {
    '/customers/C-1001': json(200, { firstName: 'Robin', tier: 'gold' }),
    '/customers/C-1001/orders/latest': json(200, { number: 471100, status: 'shipped' }),
    '/customers/C-1001/appointments/next': json(200, { at: '2026-12-01T09:00:00Z' }),
  };

  test('three answers of the CRM become one flat answer', async () => {
    answers(everything);
    expect(await answerTo({ customerId: 'C-1001' })).toEqual({
      found: true,
      complete: true,
      firstName: 'Robin',
      tier: 'gold',
      lastOrder: '471100',
      lastOrderStatus: 'shipped',
      nextAppointment: '2026-12-01T09:00:00Z',
    });
    expect(crm.got.map(({ headers }) => headers.authorization)).toEqual(
      Array(3).fill('Bearer synthetic-value-for-local-runs'),
    );
  });

  test('a customer without order and appointment is complete all the same', async () => {
    answers({ '/customers/7': everything['/customers/C-1001'] });
    expect(await answerTo({ customerId: 7 })).toEqual({
      ...nobody,
      found: true,
      firstName: 'Robin',
      tier: 'gold',
    });
  });

  test('a part that is down leaves the others, and says that something is missing', async () => {
    answers({ ...everything, '/customers/C-1001/orders/latest': json(503, {}) });
    expect(await answerTo({ customerId: 'C-1001' })).toMatchObject({
      complete: false,
      firstName: 'Robin',
      lastOrder: '',
    });
    expect(warn.mock.calls).toEqual([['CRM did not answer everything', { failed: ['status 503'] }]]);
  });

  test('a CRM that is gone, or a missing token, is an answer too', async () => {
    expect(await answerTo({ customerId: 'C-1001' })).toEqual({ ...nobody, complete: false });
    account.secrets = [];
    expect(await answerTo({ customerId: 'C-1001' })).toEqual({ ...nobody, complete: false });
  });

  test('what the CRM answers instead of a text is an empty one, and an endless one is cut', async () => {
    answers({ '/customers/C-1001': json(200, { firstName: { first: 'Robin' }, tier: 'x'.repeat(10_000) }) });
    const answer = (await answerTo({ customerId: 'C-1001' })) as { firstName: string; tier: string };
    expect(answer.firstName).toBe('');
    expect(answer.tier).toHaveLength(200);
  });

  test.each(notIds)('an id that is none is nobody, and the CRM is not asked: %j', async (customerId) => {
    expect(await answerTo({ customerId })).toEqual(nobody);
    expect(crm.got).toEqual([]);
  });

  test.each([[undefined], [null], ['C-1001'], [[]]])(
    'a payload that is none is nobody: %j',
    async (payload) => {
      expect(await answerTo(payload)).toEqual(nobody);
    },
  );

  test.each([
    ['de-DE', 'de-DE'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
    ['german, please', undefined],
    ['en\r\nx-admin: 1', undefined],
    ['{$language}', undefined],
  ])('the language %j goes along as %j', async (value, expected) => {
    answers(everything);
    await answerTo({ customerId: 'C-1001' }, [{ key: 'X-Language', value }]);
    const sent = crm.got.map(({ headers }) => headers['accept-language']);
    // Without one fetch asks for any language.
    expect(new Set(sent)).toEqual(new Set([expected ?? '*']));
  });
});

describe('for the Conversation Orchestrator', () => {
  test.each([['C-1001'], [{ customerId: 'C-1001' }], [' C-1001 ']])(
    'the tier of %j is asked for',
    async (payload) => {
      answers({ '/customers/C-1001': json(200, { tier: 'Gold' }) });
      expect(await tierOf(payload)).toBe('gold');
    },
  );

  test('a number is an id too', async () => {
    answers({ '/customers/1001': json(200, { tier: 'silver' }) });
    expect(await tierOf(1001)).toBe('silver');
  });

  test.each([
    ['unknown to the CRM', json(404, {})],
    ['without a tier', json(200, {})],
    ['of a tier that no policy knows', json(200, { tier: 'platinum' })],
    ['whose tier is an object', json(200, { tier: { name: 'gold' } })],
  ])('a customer %s is unknown', async (_, answer) => {
    crm.answer = answer;
    expect(await tierOf('C-1001')).toBe('unknown');
    expect(warn).not.toHaveBeenCalled();
  });

  test.each([
    ['hangs up', undefined, 'unreachable'],
    ['never answers', () => {}, 'timeout'],
  ])('a CRM that %s means unknown, and one warning', async (_, answer, reason) => {
    if (answer) crm.answer = answer;
    expect(await tierOf('C-1001')).toBe('unknown');
    expect(warn.mock.calls).toEqual([['CRM gave no usable answer', { reason }]]);
  });

  test.each(notIds)('an id that is none is unknown, and the CRM is not asked: %j', async (payload) => {
    expect(await tierOf(payload)).toBe('unknown');
    expect(crm.got).toEqual([]);
  });
});
