import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';
import { backend, json } from './server.ts';
import { account, toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

const info = jest.spyOn(console, 'info').mockImplementation(() => {});
const error = jest.spyOn(console, 'error').mockImplementation(() => {});
const { secrets } = account;
const login = backend('TOKEN_URL', '/oauth/token');

beforeEach(() => {
  info.mockClear();
  error.mockClear();
  account.secrets = secrets;
});

async function run(payload: unknown = {}): Promise<string> {
  const { lambda } = await import('../../functions/scheduled/index.ts');
  const answer = await lambda({ payload: payload as never });
  expect(await judgeAnswer('scheduled', answer, { payload, generation: 'v2' })).toEqual([]);
  return answer;
}

const stored = (): unknown => account.secrets.find(({ key }) => key === 'orders-backend')?.value;
const before = stored();

test('a run asks with the credentials and stores the token where other functions read it', async () => {
  login.answer = json(200, { access_token: 'token-0001', expires_in: 3600 });
  expect(await run()).toBe('refreshed');
  expect(stored()).toBe('token-0001');
  const [got] = login.got;
  expect(got).toMatchObject({ method: 'POST', url: '/oauth/token' });
  expect(got?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  expect(Object.fromEntries(new URLSearchParams(got?.body))).toEqual({
    grant_type: 'client_credentials',
    client_id: 'synthetic-client',
    client_secret: 'synthetic-value-for-local-runs',
  });
  expect(info.mock.calls).toEqual([['token refreshed', { expiresIn: 3600 }]]);
});

test('a run twice in a row ends with the later token', async () => {
  login.answer = (got, response) => json(200, { access_token: `token-${login.got.length}` })(got, response);
  await run();
  await run();
  expect(stored()).toBe('token-2');
});

test('a warming run does nothing else', async () => {
  expect(await run({ warm: true })).toBe('warm');
  expect(login.got).toEqual([]);
  expect(info).not.toHaveBeenCalled();
});

test.each([[null], ['warm'], [{ warm: 'true' }], [[]], [undefined]])(
  'any other payload means a token: %j',
  async (payload) => {
    login.answer = json(200, { access_token: 'token-0001' });
    expect(await run(payload)).toBe('refreshed');
  },
);

test.each([
  ['refuses', json(401, { error: 'invalid_client', hint: 'synthetic-client' }), 'token endpoint: status 401'],
  ['hangs up', undefined, 'token endpoint: unreachable'],
  ['answers a page', json(200, '<html>'), 'token endpoint: no token'],
  ['answers no token', json(200, { token: 'secret-token' }), 'token endpoint: no token'],
  ['answers an empty token', json(200, { access_token: '' }), 'token endpoint: no token'],
  [
    'answers a token that breaks headers',
    json(200, { access_token: 'a\r\nb: c' }),
    'token endpoint: no token',
  ],
])('an endpoint that %s leaves the token as it was, and says nothing secret', async (_, answer, reason) => {
  if (answer) login.answer = answer;
  expect(await run()).toBe('failed');
  expect(stored()).toBe(before);
  expect(error.mock.calls).toEqual([['token not refreshed', { reason }]]);
});

test.each([
  ['are missing', [], 'com.liveperson.faas.secret.not-found'],
  [
    'are no credentials',
    [{ key: 'orders-oauth-client', value: 'a plain text' }],
    'the secret orders-oauth-client holds no client_id and client_secret',
  ],
])('credentials that %s fail before anything is asked', async (_, some, reason) => {
  account.secrets = some;
  expect(await run()).toBe('failed');
  expect(login.got).toEqual([]);
  expect(error.mock.calls).toEqual([['token not refreshed', { reason }]]);
});

test('a secret that nobody has created cannot be written', async () => {
  login.answer = json(200, { access_token: 'token-0001' });
  account.secrets = account.secrets.filter(({ key }) => key !== 'orders-backend');
  expect(await run()).toBe('failed');
  expect(error.mock.calls).toEqual([
    ['token not refreshed', { reason: 'com.liveperson.faas.secret.not-found' }],
  ]);
});
