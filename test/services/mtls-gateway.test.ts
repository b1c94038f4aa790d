import type { AccountPresets } from '../../emulator/payload/account/account-presets.ts';
import { type OutboundAnswer, type OutboundRequest, textContent } from '../../emulator/services/exchange.ts';
import { accountWith, brand, type Reply, send, tokenOf } from './account.ts';

const gateway = `https://local.mtls.liveperson.net/mtls/account/${brand}`;
const target = 'https://bank.example/api?x=1';
const fine: OutboundAnswer = { status: 201, headers: { 'x-far': 'end' }, body: textContent('{"ok":true}') };

async function through(
  headers: Record<string, string>,
  { answer = fine, presets = {} }: { answer?: OutboundAnswer; presets?: AccountPresets } = {},
): Promise<{ reply: Reply | undefined; forwarded: OutboundRequest[] }> {
  const account = accountWith(presets);
  const forwarded: OutboundRequest[] = [];
  const all = { authorization: await tokenOf(account), ...headers };
  const forward = async (request: OutboundRequest): Promise<OutboundAnswer> => {
    forwarded.push(request);
    return answer;
  };
  const reply = await send(account, gateway, { method: 'POST', headers: all, body: { a: 1 } }, { forward });
  return { reply, forwarded };
}

test('a request goes on to its target without what is for the gateway', async () => {
  const { reply, forwarded } = await through({
    'lp-forward-url': target,
    'lp-service-name': 'FAAS',
    'lp-authorization-override': 'Basic abc',
    'content-type': 'application/json',
    'content-length': '7',
  });
  expect(reply).toEqual({ status: 201, headers: { 'x-far': 'end' }, body: { ok: true } });
  expect(forwarded).toEqual([
    {
      method: 'POST',
      url: target,
      headers: { 'content-type': 'application/json', authorization: 'Basic abc' },
      body: textContent('{"a":1}'),
    },
  ]);
});

test('a target that is not reached is told in the header that the toolbelt looks at', async () => {
  const failure = { failure: { code: 'ECONNREFUSED', message: 'refused\nby bank' } };
  const { reply } = await through({ 'lp-forward-url': target }, { answer: failure });
  expect(reply).toMatchObject({ status: 502, headers: { 'lp-message-from-transport': 'refused by bank' } });
});

test.each([{}, { 'lp-forward-url': 'bank' }, { 'lp-forward-url': gateway }] as Record<string, string>[])(
  'nothing is forwarded with %p',
  async (headers) => {
    const { reply, forwarded } = await through(headers);
    expect([reply?.status, forwarded]).toEqual([400, []]);
  },
);

test('presets may say for which targets there is a certificate', async () => {
  const presets = { mtls: ['https://bank.example/'] };
  const strict = { 'lp-stop-if-certificate-not-found': 'true' };
  const statusFor = async (headers: Record<string, string>) =>
    (await through(headers, { presets })).reply?.status;
  expect(await statusFor({ 'lp-forward-url': target, ...strict })).toBe(201);
  expect(await statusFor({ 'lp-forward-url': 'https://other.example/', ...strict })).toBe(400);
  expect(await statusFor({ 'lp-forward-url': 'https://other.example/' })).toBe(201);
});

test('without a token the gateway says how to authenticate', async () => {
  const { reply } = await through({ authorization: '', 'lp-forward-url': target });
  expect(reply).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
});
