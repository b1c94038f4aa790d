import { accountWith, send, tokenRequest, tokenUrl } from '../account.ts';

test('the default app key of v2 gets a token, its life in seconds as text', async () => {
  const { status, body } = (await send(accountWith(), tokenUrl(), tokenRequest())) ?? {};
  expect(status).toBe(200);
  expect(body).toEqual({
    access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]{342}$/),
    token_type: 'Bearer',
    expires_in: '3600',
  });
});

test('the older path and a query in place of a form are taken as well', async () => {
  const url = tokenUrl().replace('/v2/', '/');
  const fields = tokenRequest().body as string;
  expect(await send(accountWith(), url, tokenRequest())).toMatchObject({ status: 200 });
  expect(await send(accountWith(), `${url}&${fields}`, { method: 'POST' })).toMatchObject({ status: 200 });
});

const requestOf = (id: string) => tokenRequest({ client_id: id, client_secret: 'shh' });

test('any secret that holds a client gets a token, be it text or an object', async () => {
  const account = accountWith(
    {},
    {
      secrets: [
        { key: 'own', value: { client_id: 'object', client_secret: 'shh' } },
        { key: 'text', value: '{"client_id":"text","client_secret":"shh"}' },
        { key: 'broken', value: '{' },
      ],
    },
  );
  expect(await send(account, tokenUrl(), requestOf('object'))).toMatchObject({ status: 200 });
  expect(await send(account, tokenUrl(), requestOf('text'))).toMatchObject({ status: 200 });
  expect(await send(account, tokenUrl(), requestOf('nobody'))).toMatchObject({ status: 401 });
});

test('clients of the presets stand in place of all others, with a life of their own', async () => {
  const account = accountWith({ clients: [{ id: 'brief', secret: 'shh', expiresIn: 60 }] });
  const brief = tokenRequest({ client_id: 'brief', client_secret: 'shh' });
  expect((await send(account, tokenUrl(), brief))?.body).toMatchObject({ expires_in: '60' });
  expect(await send(account, tokenUrl(), tokenRequest())).toMatchObject({ status: 401 });
});

test.each([
  [{ client_secret: 'wrong' }, 401, 'invalid_client'],
  [{ client_id: 'wrong' }, 401, 'invalid_client'],
  [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
] as [Record<string, string>, number, string][])('%p is refused with %d', async (fields, status, error) => {
  const reply = await send(accountWith(), tokenUrl(), tokenRequest(fields));
  expect(reply).toMatchObject({ status, body: { error } });
});

test('a request without fields, and one for another account, are refused', async () => {
  expect(await send(accountWith(), tokenUrl(), { method: 'POST' })).toMatchObject({
    status: 400,
    body: { error: 'invalid_request' },
  });
  expect(await send(accountWith(), tokenUrl('12345678'), tokenRequest())).toMatchObject({ status: 401 });
  expect(await send(accountWith(), tokenUrl())).toBeUndefined();
});
