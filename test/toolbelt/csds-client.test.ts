import { engines } from '../runtime/made.ts';
import { callsOf, inFunction } from './in-function.ts';

const csds = 'https://api.liveperson.net/api/account/00000000/service/baseURI.json?version=1.0';
const one = { service: 'smt', baseURI: 'smt.example', account: '00000000' };

test.each(engines)('CSDS is asked once in ten minutes on %s', async (engine) => {
  const body = `const now = Date.now();
Date.now = () => now;
const client = Toolbelt.CsdsClient();
const all = await client.getAll();
const host = await Toolbelt.CsdsClient().get(toolbelt.LpServices.SMT);
const unknown = await told(() => client.get('nothing'));
Date.now = () => now + 600_000;
await client.get('smt');
Date.now = () => now + 600_001;
await client.get('smt');
const isOwn = await client.get('nothing').catch((error) => error instanceof toolbelt.ToolBeltError);
return { all, host, unknown, isOwn };`;
  const record = await inFunction(body, { engine, mocks: [{ url: csds, body: { baseURIs: [one] } }] });
  expect(record.result).toEqual({
    all: [{ smt: 'smt.example' }],
    host: 'smt.example',
    unknown: {
      error: 'ToolBeltError',
      component: 'CSDS-Client',
      code: 'com.liveperson.faas.csds.domain.not-found',
      message: 'Service "nothing" could not be found.',
    },
    isOwn: true,
  });
  expect(callsOf(record)).toEqual(
    Array(2).fill('GET api.liveperson.net/api/account/00000000/service/baseURI.json 200 mock'),
  );
});

test('the imitated account answers where nothing else is declared', async () => {
  const record = await inFunction(`return Toolbelt.CsdsClient().get('msgHist');`);
  expect(record.result).toMatch(/\.liveperson\.net$/);
  expect(callsOf(record)).toEqual([
    'GET api.liveperson.net/api/account/00000000/service/baseURI.json 200 service',
  ]);
});

test.each([
  [
    { url: csds, status: 500, body: { reason: 'broken' } },
    'Status Code: 500. Response body {"reason":"broken"}',
  ],
  [{ url: csds, body: 'no JSON' }, expect.stringContaining('JSON')],
] as const)('CSDS that answers something else is a failed operation', async (mock, message: unknown) => {
  const { result } = await inFunction(`return told(() => Toolbelt.CsdsClient().get('smt'));`, {
    mocks: [mock],
  });
  expect(result).toEqual({
    error: 'ToolBeltError',
    component: 'CSDS-Client',
    code: 'com.liveperson.faas.csds.op-failed',
    message,
  });
});
