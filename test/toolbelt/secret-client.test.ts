import { engines } from '../runtime/made.ts';
import { functionOf, inFunction } from './in-function.ts';

const secrets = [
  { key: 'plain', value: 'abc' },
  { key: 'json', value: { user: 'abc' } },
  { key: 'number', value: '12' },
];

describe.each(engines)('on %s', (engine) => {
  test('v2 reads secrets as JSON where they are JSON, and keeps them for five minutes', async () => {
    const body = `const client = Toolbelt.SecretClient();
const read = [];
for (const key of ['plain', 'json', 'number']) read.push(await client.readSecret(key));
read[1].value.user = 'changed by the reader';
const { globalSecretCache: cache } = toolbelt;
const kept = [cache.size(), cache.has('json'), cache.get('plain'), cache.getAll().length];
cache.set('plain', { key: 'plain', value: '"stale"' });
const again = [await client.readSecret('json'), await client.readSecret('plain')];
const fresh = await client.readSecret('plain', { useCache: false });
const now = Date.now();
Date.now = () => now;
cache.set('plain', { key: 'plain', value: '"stale"' });
Date.now = () => now + 5 * 60 * 1000 - 1;
const before = await client.readSecret('plain');
Date.now = () => now + 5 * 60 * 1000;
const after = await client.readSecret('plain');
return { read, kept, again, fresh, before: before.value, after: after.value };`;
    const { result } = await inFunction(body, { engine, secrets });
    expect(result).toEqual({
      read: [
        { key: 'plain', value: 'abc' },
        { key: 'json', value: { user: 'changed by the reader' } },
        { key: 'number', value: 12 },
      ],
      kept: [3, true, { key: 'plain', value: 'abc' }, 3],
      again: [
        { key: 'json', value: { user: 'abc' } },
        { key: 'plain', value: 'stale' },
      ],
      fresh: { key: 'plain', value: 'abc' },
      before: 'stale',
      after: 'abc',
    });
  });

  test('v2 changes secrets for the run, and refuses what cannot be stored', async () => {
    const body = `const client = Toolbelt.SecretClient({ cache: { ttl: 1000 } });
const circle = {};
circle.self = circle;
const updated = [
  await client.updateSecret({ key: 'plain', value: '12' }),
  await client.updateSecret({ key: 'json', value: { user: 'new' } }),
];
const read = [
  (await client.readSecret('plain', { useCache: false })).value,
  (await client.readSecret('json')).value,
];
const refused = [
  await told(() => client.updateSecret({ key: 'plain', value: circle })),
  await told(() => client.updateSecret({ key: 'plain', value: 'x'.repeat(16385) })),
  await told(() => client.updateSecret({ key: 'missing', value: '' })),
  await told(() => client.updateSecret({ key: 'LIVEPERSON_DEFAULT_APP_KEY', value: '' })),
  await told(() => client.readSecret('LIVEPERSON_DEFAULT_APP_KEY')),
];
return { updated, read, refused };`;
    const { result, services } = await inFunction(body, { engine, secrets });
    expect(result).toMatchObject({
      updated: [
        { key: 'plain', value: '12' },
        { key: 'json', value: { user: 'new' } },
      ],
      read: ['12', { user: 'new' }],
      refused: [
        {
          error: 'ToolBeltError',
          component: 'SecretClient',
          code: 'com.liveperson.faas.secret.invalid-format',
          message: expect.stringContaining(
            'The value for secret plain cannot be stored: Converting circular',
          ) as string,
        },
        {
          code: 'com.liveperson.faas.secret.invalid-format',
          message: 'The value for secret plain cannot be stored: 16385 characters, 16384 at most',
        },
        { code: 'com.liveperson.faas.secret.not-found' },
        { code: 'com.liveperson.faas.secret.forbidden' },
        { code: 'com.liveperson.faas.secret.forbidden' },
      ],
    });
    expect(services.map(({ service, operation, target }) => [service, operation, target])).toEqual([
      ['secrets', 'update', 'plain'],
      ['secrets', 'update', 'json'],
    ]);
  });

  test('v2 gives up after its time-out', async () => {
    // Timers come before replies only in the turn after setImmediate, so the reply is not there when time is up.
    const body = `await new Promise((resolve) => setImmediate(resolve));
const read = told(() => Toolbelt.SecretClient().readSecret('plain', { timeout: 5 }));
const until = performance.now() + 20;
while (performance.now() < until);
return read;`;
    const { result } = await inFunction(body, { engine, secrets });
    expect(result).toEqual({
      error: 'ToolBeltError',
      component: 'SecretClient',
      code: 'com.liveperson.faas.secret.op-timed-out',
      message: 'The secret plain could not be reached in time: 5 ms',
    });
  });

  test('v1 asks at every read, keeps nothing and remembers what was used', async () => {
    const body = `const client = Toolbelt.SecretClient();
const read = [await client.readSecret('plain', { useCache: true }), await client.readSecret('number')];
await client.updateSecret({ key: 'plain', value: 'new' });
const again = (await Toolbelt.SecretClient().readSecret('plain')).value;
const refused = [
  await told(() => client.readSecret('missing')),
  await told(() => client.updateSecret({ key: 'plain', value: 'x'.repeat(10001) })),
];
return { read, again, refused, used: client.getUsedSecrets(), isSecretError: await client.readSecret('no').catch((e) => e instanceof toolbelt.SecretError) };`;
    const { result } = await inFunction(body, { engine, generation: 'v1', secrets });
    expect(result).toEqual({
      read: [
        { key: 'plain', value: 'abc' },
        { key: 'number', value: '12' },
      ],
      again: 'new',
      refused: [
        {
          error: 'SecretError',
          code: 'com.liveperson.faas.secret.not-found',
          message: 'There is no secret missing in functions/settings.json',
        },
        {
          error: 'SecretError',
          code: 'com.liveperson.faas.secret.invalid-format',
          message: 'The value for secret plain cannot be stored: 10001 characters, 10000 at most',
        },
      ],
      used: [
        { key: 'plain', value: 'abc' },
        { key: 'number', value: '12' },
        { key: 'plain', value: 'new' },
      ],
      isSecretError: true,
    });
  });
});

test('what v2 keeps of secrets is gone with the account, though the instance stays', async () => {
  const made = await functionOf(
    `const { globalSecretCache: cache } = toolbelt;
const before = cache.size();
await Toolbelt.SecretClient().readSecret('plain');
return [before, cache.size(), globalThis.calls = (globalThis.calls ?? 0) + 1];`,
    { secrets },
  );
  expect([(await made.call()).result, (await made.call()).result]).toEqual([
    [0, 1, 1],
    [0, 1, 2],
  ]);
});

const missing = (error: string, kind: string, more: object = {}) => ({
  error,
  ...more,
  code: 'com.liveperson.faas.secret.not-found',
  message: `There is no such secret: its key must be text, not ${kind}`,
});

test.each(engines)(
  'a key that is no text is no secret’s, and no more than its call fails on %s',
  async (engine) => {
    const body = `const client = Toolbelt.SecretClient();
const keys = [process.env.NOT_SET, null, 12, {}];
const read = await Promise.all(keys.map((key) => told(() => client.readSecret(key, { useCache: false }))));
return [
  ...read,
  await told(() => client.readSecret()),
  await told(() => client.updateSecret({ value: 'new' })),
  (await client.readSecret('plain')).value,
  (await told(() => Toolbelt.LpClient()('smt', '/', { appKeySecretName: null }))).message,
];`;
    const kinds = ['undefined', 'null', 'number', 'object', 'undefined', 'undefined'];
    const reason = 'There is no such secret: its key must be text, not null';
    const v1 = await inFunction(body, { engine, generation: 'v1', secrets });
    expect(v1.result).toEqual([
      ...kinds.map((kind) => missing('SecretError', kind)),
      'abc',
      `Could not fetch App Key credentials from secret storage: ${reason}`,
    ]);
    const v2 = await inFunction(body, { engine, secrets });
    expect(v2.result).toEqual([
      ...kinds.map((kind) => missing('ToolBeltError', kind, { component: 'SecretClient' })),
      'abc',
      reason,
    ]);
  },
);
