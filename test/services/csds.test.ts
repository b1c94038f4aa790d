import { accountServices } from '../../emulator/platform/account-services.ts';
import { accountWith, brand, send } from './account.ts';

const all = (account = brand, host = 'api.liveperson.net') =>
  `https://${host}/api/account/${account}/service/baseURI.json?version=1.0`;
const one = (name: string) =>
  `https://api.liveperson.net/api/account/${brand}/service/${name}/baseURI.json?version=1.0`;

test('CSDS lists every service of the account with its host', async () => {
  const { status, body } = (await send(accountWith(), all())) ?? {};
  const { baseURIs } = body as { baseURIs: { service: string; account: string; baseURI: string }[] };
  expect(status).toBe(200);
  expect(baseURIs.map(({ service }) => service)).toEqual(Object.keys(accountServices));
  expect(baseURIs.every(({ account }) => account === brand)).toBe(true);
  expect(baseURIs.find(({ service }) => service === 'msgHist')?.baseURI).toBe('local.msghist.liveperson.net');
});

test('the gateway of functions has another host on each generation', async () => {
  const hosts = { v1: 'local.faasgw.liveperson.net', v2: 'local.fninvocations.liveperson.net' };
  for (const generation of ['v1', 'v2'] as const) {
    const reply = await send(accountWith({}, { generation }), one('faasGW'));
    expect(reply?.body).toMatchObject({ baseURI: hosts[generation] });
  }
});

test('one service is told on its own, an unknown one is not found', async () => {
  const account = accountWith();
  expect(await send(account, one('smt'))).toMatchObject({
    status: 200,
    body: { service: 'smt', account: brand, baseURI: 'local.v.liveperson.net' },
  });
  expect(await send(account, one('smtt'))).toMatchObject({ status: 404 });
});

test('presets add services and take them away', async () => {
  const account = accountWith({ services: { loyalty: 'loyalty.example', smt: false } });
  expect((await send(account, one('loyalty')))?.body).toMatchObject({ baseURI: 'loyalty.example' });
  expect(await send(account, one('smt'))).toMatchObject({ status: 404 });
});

test('other accounts, other paths and a missing version are not served', async () => {
  const account = accountWith();
  expect(await send(account, all('12345678'))).toMatchObject({ status: 401 });
  expect(await send(account, all().replace('?version=1.0', ''))).toMatchObject({ status: 400 });
  expect(await send(account, 'https://api.liveperson.net/')).toBeUndefined();
  expect(await send(account, all(brand, 'csds.example'))).toBeUndefined();
  expect(await send(account, all(brand, 'adminlogin.liveperson.net'))).toMatchObject({ status: 200 });
});
