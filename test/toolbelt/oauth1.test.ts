import { createHmac } from 'node:crypto';
import OAuth from 'oauth-1.0a';
import { authorizationHeader } from '../../emulator/runtime/realm/toolbelt/access/oauth1.ts';

const key = { consumerKey: 'ck', consumerSecret: 'c&s', token: 't', tokenSecret: 'ts' };

const library = new OAuth({
  consumer: { key: key.consumerKey, secret: key.consumerSecret },
  signature_method: 'HMAC-SHA1',
  hash_function: (text, secret) => createHmac('sha1', secret).update(text).digest('base64'),
});

test.each([
  ['GET', 'https://a.example/path'],
  ['POST', "https://a.example/path?v=2&name=it's%20(me)&a=2&a=1"],
])('a request is signed as the library signs it: %s %s', (method, url) => {
  const header = authorizationHeader({ method, url }, key, { createHmac });
  const parts = Object.fromEntries(
    [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      decodeURIComponent(value),
    ]),
  );
  const { oauth_signature: signature, ...data } = parts;
  const expected = library.getSignature({ method, url }, key.tokenSecret, data as unknown as OAuth.Data);
  expect(header).toMatch(/^OAuth oauth_consumer_key="ck", oauth_nonce="\w{32}", oauth_signature="/);
  expect(signature).toBe(expected);
});
