import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engines, make, type Made } from '../runtime/made.ts';
import { settings as stored } from './project.ts';

const settings = { ...stored, whitelist: ['*'] };

/** A function of v1 with the settings of an lpf project; `body` is what it does with `Toolbelt` and `callback`. */
function withSettings(body: string, engine: 'node' | 'vm2' = 'node'): Promise<Made> {
  return make(
    {
      'made/index.js': `const { Toolbelt } = require('lp-faas-toolbelt');\nasync function lambda(input, callback) {\n${body}\n}\n`,
      'settings.json': JSON.stringify(settings),
    },
    { engine, instances: 1, settings },
  );
}

test.each(engines)('secrets come from settings.json, text or JSON, on %s', async (engine) => {
  const made = await withSettings(
    `const client = Toolbelt.SecretClient();
const [token, key] = [await client.readSecret('backend-token'), await client.readSecret('signing-key')];
callback(null, [token.value === 'synthetic-token', key.value.secret === 'synthetic-key', key.value.kid, key.key]);`,
    engine,
  );
  expect((await made.call()).result).toEqual([true, true, 'one', 'signing-key']);
});

test.each(engines)(
  'a secret that is missing or the platform’s own fails with the platform’s code on %s',
  async (engine) => {
    const made = await withSettings(
      `const read = (key) => Toolbelt.SecretClient().readSecret(key).catch(({ code, message }) => ({ code, message }));
callback(null, [await read('backend-tokn'), await read('LIVEPERSON_DEFAULT_APP_KEY')]);`,
      engine,
    );
    expect((await made.call()).result).toEqual([
      {
        code: 'com.liveperson.faas.secret.not-found',
        message: 'There is no secret backend-tokn in functions/settings.json',
      },
      {
        code: 'com.liveperson.faas.secret.forbidden',
        message: 'Access to secret LIVEPERSON_DEFAULT_APP_KEY is forbidden',
      },
    ]);
  },
);

test('an updated secret lasts as long as the call’s account, and never reaches the file', async () => {
  const made = await withSettings(
    `const client = Toolbelt.SecretClient();
const before = (await client.readSecret('signing-key')).value;
before.kid = 'changed by the caller';
const read = (await client.readSecret('signing-key')).value.kid;
await client.updateSecret({ key: 'signing-key', value: { kid: 'two', secret: 'new' } });
callback(null, [read, (await client.readSecret('signing-key')).value.kid]);`,
  );
  const file = join(made.folder, 'functions/settings.json');
  const before = readFileSync(file, 'utf8');
  for (const cold of [false, false, true]) {
    expect((await made.call({ cold })).result).toEqual(['one', 'two']);
  }
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('v2 has no HTTP client, as on the platform', async () => {
  const made = await make(
    "import { Toolbelt } from 'core-functions-toolbelt';\nasync function lambda() {\n  return typeof Toolbelt.HTTPClient;\n}",
  );
  expect((await made.call()).result).toBe('undefined');
});

test.each(engines)('the HTTP client of v1 takes the options of request-promise on %s', async (engine) => {
  const made = await withSettings(
    `const http = Toolbelt.HTTPClient();
callback(null, {
  body: await http('https://a.example/text'),
  json: await http({ uri: 'https://a.example/json', json: true }),
  query: await http({ url: 'https://a.example/query', qs: { q: 'a b' } }),
  posted: await http('https://a.example/post', { method: 'POST', json: { a: 1 }, simple: false }),
});`,
    engine,
  );
  const { result, calls } = await made.call({
    mocks: [
      { url: 'https://a.example/text', body: '{"as":"text"}' },
      { url: 'https://a.example/json', body: { as: 'object' } },
      { url: 'https://a.example/query?q=a%20b', body: 'found' },
      { method: 'POST', url: '*', status: 500, body: 'refused' },
    ],
  });
  expect(result).toEqual({
    body: '{"as":"text"}',
    json: { as: 'object' },
    query: 'found',
    posted: 'refused',
  });
  expect(calls.map(({ method, status }) => `${method} ${status}`)).toEqual([
    'GET 200',
    'GET 200',
    'GET 200',
    'POST 500',
  ]);
});

test.each(engines)('the HTTP client of v1 rejects as request-promise does on %s', async (engine) => {
  const made = await withSettings(
    `const failure = (options) => Toolbelt.HTTPClient()(options).catch(({ name, message, statusCode, error }) => ({
  name, message, statusCode, code: error && error.code,
}));
callback(null, [
  await failure({ url: 'https://a.example/none', json: true }),
  await failure({ url: 'https://a.example/slow', timeout: 20 }),
  await failure({ url: 'https://b.example/' }),
]);`,
    engine,
  );
  const { result } = await made.call({
    mocks: [
      { url: 'https://a.example/none', status: 404, body: { reason: 'none' } },
      { url: 'https://a.example/slow', delay: 60_000 },
    ],
  });
  expect(result).toEqual([
    { name: 'StatusCodeError', message: '404 - {"reason":"none"}', statusCode: 404 },
    { name: 'RequestError', message: 'Error: ESOCKETTIMEDOUT', code: 'ESOCKETTIMEDOUT' },
    {
      name: 'RequestError',
      message: 'Error: outbound request to GET https://b.example/ refused: no mock declares it',
      code: 'ERR_OUTBOUND_REFUSED',
    },
  ]);
});
