import { createPublicKey, sign, verify } from 'node:crypto';
import { makeRsaKey } from '../../../emulator/services/sentinel/rsa.ts';

test('a key is a whole RSA key of 2048 bits, signs what its public half verifies, and is never the same', async () => {
  const keys = await Promise.all([makeRsaKey(), makeRsaKey(), makeRsaKey()]);
  const [one, two] = keys;
  const data = Buffer.from('some text');
  for (const key of keys) {
    const publicKey = createPublicKey(key);
    expect(key.asymmetricKeyType).toBe('rsa');
    expect(publicKey.asymmetricKeyDetails).toEqual({ modulusLength: 2_048, publicExponent: 65_537n });
    expect(verify('sha256', data, publicKey, sign('sha256', data, key))).toBe(true);
    expect(verify('sha256', Buffer.from('other'), publicKey, sign('sha256', data, key))).toBe(false);
  }
  expect(one && two?.equals(one)).toBe(false);
});
