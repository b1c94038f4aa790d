import { client, seen } from './account-client.ts';
import { engines, make } from './made.ts';

test.each(engines)(
  'a function talks to its account offline on %s, and the record tells all',
  async (engine) => {
    const made = await make(
      `${client}
async function lambda() {
  const at = await hosts();
  const authorization = await token(at);
  const history = 'https://' + at.msgHist + '/messaging_history/api/account/' + brand + '/conversations/conversation/search?v=2';
  const found = await send(history, { method: 'POST', headers: { authorization }, body: { conversationId: 'c1' } });
  const context = 'https://' + at.mavenContext + '/v1/account/' + brand + '/custom/s1/properties';
  const headers = { 'maven-api-key': 'k' };
  await send(context, { method: 'PATCH', headers, body: { lastWord: found[1].conversationHistoryRecords[0].summary.text } });
  const kept = await send(context, { headers });
  const sdes = 'https://' + at.smt + '/api/account/' + brand + '/monitoring/visitors/v/visits/current/events?v=1&sid=s';
  const added = await send(sdes, { method: 'PUT', headers: { authorization }, body: [{ type: 'lead', lead: { topic: 't' } }] });
  return { found: found[0], kept, added };
}`,
      { engine },
    );
    const record = await made.call({ account: { conversations: { c1: { summary: { text: 'bye' } } } } });
    expect(record.result).toEqual({ found: 200, kept: [200, { lastWord: 'bye' }], added: [200, {}] });
    expect(record.verdict).toEqual({ pass: true, findings: [] });
    expect(seen(record)).toEqual([
      'GET api.liveperson.net 200 service',
      'POST local.sentinel.liveperson.net 200 service',
      'POST local.msghist.liveperson.net 200 service',
      'PATCH local.context.liveperson.net 204 service',
      'GET local.context.liveperson.net 200 service',
      'PUT local.v.liveperson.net 200 service',
    ]);
    const at = expect.any(Number);
    expect(record.services).toEqual([
      { service: 'mavenContext', operation: 'set', target: 'custom/s1/lastWord', value: 'bye', at },
      { service: 'smt', operation: 'add', target: 'v/s', value: { type: 'lead', lead: { topic: 't' } }, at },
    ]);
    expect(
      record.services.every((change) => change.at >= 0 && change.at <= record.timings.wall + 1_000),
    ).toBe(true);
  },
);

test('a v1 function reaches its services too', async () => {
  const made = await make(
    `function lambda(input, callback) {
  const url = 'https://api.liveperson.net/api/account/' + process.env.BRAND_ID + '/service/faasGW/baseURI.json?version=1.0';
  fetch(url).then((response) => response.json()).then((body) => callback(null, body.baseURI), callback);
}`,
    { generation: 'v1' },
  );
  expect((await made.call()).result).toBe('local.faasgw.liveperson.net');
});

test('a mock stands before the service, and what is not imitated is refused', async () => {
  const made = await make(`async function lambda() {
  const csds = await fetch('https://api.liveperson.net/x').then((response) => response.status);
  const agent = await fetch('https://local.agentvep.liveperson.net/api').catch((error) => error.cause.message);
  return [csds, agent];
}`);
  const { result, calls, verdict } = await made.call({
    mocks: [{ url: 'https://api.liveperson.net/*', status: 500 }],
  });
  expect(result).toEqual([500, expect.stringContaining('refused')]);
  expect(calls.map(({ source }) => source)).toEqual(['mock', 'refused']);
  expect(verdict.findings.map(({ code }) => code)).toEqual(['refused-call']);
});

test('two calls of a function never see each other’s account, nor do two functions', async () => {
  const made = await make(`async function lambda({ payload }) {
  const url = 'https://z1.context.liveperson.net/v1/account/00000000/custom/properties';
  const headers = { 'maven-api-key': 'k' };
  const before = await fetch(url, { headers }).then((response) => response.status);
  await fetch(url, { method: 'PATCH', headers, body: JSON.stringify(payload) });
  return [before, await fetch(url, { headers }).then((response) => response.json())];
}`);
  const [one, other] = await Promise.all([
    made.call({ payload: { a: 1 } }),
    made.call({ payload: { b: 2 } }),
  ]);
  expect([one.result, other.result]).toEqual([
    [404, { a: 1 }],
    [404, { b: 2 }],
  ]);
  expect((await made.call({ payload: { c: 3 } })).services).toMatchObject([
    { target: 'custom/__default__/c' },
  ]);
});

test('a secret that one call updates is unknown to the next one', async () => {
  const made = await make({
    'made/index.js': `import { Toolbelt } from 'core-functions-toolbelt';
async function lambda({ payload }) {
  const secrets = Toolbelt.SecretClient();
  const before = await secrets.readSecret('token');
  await secrets.updateSecret({ key: 'token', value: payload });
  return [before.value.length, (await secrets.readSecret('token', { useCache: false })).value.length];
}`,
    'settings.json': JSON.stringify({ secrets: [{ key: 'token', value: 'four' }], whitelist: ['*'] }),
  });
  const updated = [{ service: 'secrets', operation: 'update', target: 'token' }];
  for (const payload of ['twelve-chars', 'fifteen-letters']) {
    const { result, services } = await made.call({ payload });
    expect([result, services]).toMatchObject([[4, payload.length], updated]);
  }
});

test.each([
  [
    'v1',
    'function lambda(input, callback) {\n  const { Toolbelt } = require("lp-faas-toolbelt");\n  Toolbelt.SecretClient().readSecret("token").then((secret) => callback(null, secret), (error) => callback(null, error.code));\n}',
  ],
  [
    'v2',
    'import { Toolbelt } from "core-functions-toolbelt";\nasync function lambda() {\n  return Toolbelt.SecretClient().readSecret("token").catch((error) => error.code);\n}',
  ],
] as const)('presets let the secret storage fail on %s', async (generation, code) => {
  const secret = { key: 'token', value: 'four' };
  const settings = JSON.stringify({ secrets: [secret], whitelist: ['*'] });
  const made = await make({ 'made/index.js': code, 'settings.json': settings }, { generation });
  const failing = { secrets: { keys: { token: { fault: 'op-failed' as const, delay: 1 } } } };
  expect((await made.call({ account: failing })).result).toBe('com.liveperson.faas.secret.op-failed');
  expect((await made.call()).result).toEqual(secret);
});

const asked = (key: string) =>
  `absent-secret: the secret "${key}" was asked for, and functions/settings.json has none of that name`;

test('a secret that is asked for by a misspelt key is told with the key that is near', async () => {
  const secrets = [{ key: 'orders-api-key', value: 'planted' }];
  const made = await make({
    'made/index.js': `import { Toolbelt } from 'core-functions-toolbelt';
async function lambda({ payload }) {
  return Toolbelt.SecretClient().readSecret(payload).catch(() => null);
}`,
    'settings.json': JSON.stringify({ secrets }),
  });
  const toldOf = async (payload: string) =>
    (await made.call({ payload })).verdict.findings.map(({ code, message }) => `${code}: ${message}`);
  expect(await toldOf('orders-apikey')).toEqual([
    `${asked('orders-apikey')}. Did you mean "orders-api-key"?`,
  ]);
  expect(await toldOf('crm')).toEqual([asked('crm')]);
});

test('account.yaml fills every account, and a payload’s own presets lie over it', async () => {
  const made = await make({
    'made/index.js': `async function lambda({ payload }) {
  const url = 'https://local.context.liveperson.net/v1/account/00000000/shop/s1/properties';
  const response = await fetch(url, { headers: { 'maven-api-key': payload } });
  return [response.status, response.ok ? await response.json() : null, process.env.X_LIVEPERSON_FUNCTION_UUID];
}`,
    '../account.yaml': `functions:
  made: 11111111-2222-4333-8444-555555555555
context:
  apiKeys: [right]
  namespaces:
    shop: { sessions: { s1: { tier: gold, since: 2019 } } }
`,
  });
  const own = '11111111-2222-4333-8444-555555555555';
  expect((await made.call({ payload: 'right' })).result).toEqual([200, { tier: 'gold', since: 2019 }, own]);
  const wrong = await made.call({ payload: 'wrong' });
  expect(wrong.result).toEqual([403, null, own]);
  expect(wrong.verdict).toMatchObject({
    pass: true,
    findings: [{ code: 'not-in-account', hint: expect.stringContaining('apiKeys') as string }],
  });
  const account = { context: { namespaces: { shop: { sessions: { s1: { tier: 'silver' } } } } } };
  const { result } = await made.call({ payload: 'right', account });
  expect(result).toEqual([200, { tier: 'silver', since: 2019 }, own]);
});

test('a namespace that the account lacks is told once, with what account.yaml would say', async () => {
  const made = await make(`async function lambda() {
  const at = 'https://local.context.liveperson.net/v1/account/00000000/shop/';
  const get = (path) => fetch(at + path, { headers: { 'maven-api-key': 'k' } }).then(({ status }) => status);
  return Promise.all(['session-ids', 'properties', 's1/properties/tier'].map(get));
}`);
  const { result, verdict } = await made.call();
  expect(result).toEqual([404, 404, 404]);
  expect(verdict.findings).toEqual([
    {
      code: 'not-in-account',
      severity: 'warning',
      message: 'the imitated account has no namespace "shop" in its Context Service',
      hint: 'if the real account has it, write into account.yaml: context: { namespaces: { "shop": {} } }',
    },
  ]);
});

test('what the mTLS service forwards is a call of its own, and takes a mock', async () => {
  const made = await make(`${client}
async function lambda({ payload }) {
  const at = await hosts();
  const headers = { authorization: await token(at), 'LP-forward-url': payload, 'LP-service-name': 'FAAS' };
  return send('https://' + at.mtlsGateway + '/mtls/account/' + brand, { headers });
}`);
  const mocks = [{ url: 'https://bank.example/', body: { balance: 1 } }];
  const there = await made.call({ payload: 'https://bank.example/', mocks });
  expect(there.result).toEqual([200, { balance: 1 }]);
  expect(seen(there).slice(2)).toEqual([
    'GET local.mtls.liveperson.net 200 service',
    'GET bank.example 200 mock',
  ]);
  const nowhere = await made.call({ payload: 'https://bank.example/' });
  expect(nowhere.result).toMatchObject([502, {}]);
  expect(nowhere.verdict.findings).toMatchObject([{ code: 'refused-call' }]);
});
