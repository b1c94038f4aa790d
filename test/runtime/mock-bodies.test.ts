import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Mock } from '../../emulator/payload/mock/mock.ts';
import { temporaryFolder } from '../temporary.ts';
import { caller } from './clients.ts';
import { engines, make } from './made.ts';

const api = 'https://api.example.com';

/** A function that answers with the bytes of what it gets, in hexadecimal. */
const hex = `
const https = require('https');
const viaHttps = (url) => new Promise((resolve, reject) => https.get(url, (response) => {
  const parts = [];
  response.on('data', (part) => parts.push(part));
  response.on('end', () => resolve([response.headers['content-type'], response.headers['content-encoding'], Buffer.concat(parts).toString('hex')]));
}).on('error', reject));
async function lambda({ payload: url }, callback) {
  const response = await fetch(url);
  const bytes = Buffer.from(new Uint8Array(await response.arrayBuffer())).toString('hex');
  callback(null, [[response.headers.get('content-type'), response.headers.get('content-encoding'), bytes], await viaHttps(url)]);
}`;

test.each(engines)(
  'bytes come as they are on %s, from the mock itself and from a file beside it',
  async (engine) => {
    const bytes = Buffer.from([0, 255, 254, 128, 10]);
    const base = temporaryFolder();
    writeFileSync(join(base, 'a.png'), bytes);
    const made = await make(hex, { engine });
    const call = async (mock: Partial<Mock>) =>
      (await made.call({ payload: `${api}/`, mocks: [{ url: '*', ...mock }], base })).result;
    const seen = (type: string) => [type, null, bytes.toString('hex')];
    expect(await call({ file: 'a.png' })).toEqual([seen('image/png'), seen('image/png')]);
    const type = 'application/octet-stream';
    expect(await call({ base64: bytes.toString('base64') })).toEqual([seen(type), seen(type)]);
  },
);

test.each(engines)('text under an encoding is compressed on %s, and fetch reads it', async (engine) => {
  const made = await make(hex, { engine });
  const headers = { 'Content-Encoding': 'gzip', 'content-type': 'text/plain' };
  const { result } = await made.call({ payload: `${api}/`, mocks: [{ url: '*', headers, body: 'packed' }] });
  const [viaFetch, viaHttps] = result as string[][];
  expect([viaFetch?.[1], Buffer.from(viaFetch?.[2] ?? '', 'hex').toString()]).toEqual(['gzip', 'packed']);
  expect([viaHttps?.[1], gunzipSync(Buffer.from(viaHttps?.[2] ?? '', 'hex')).toString()]).toEqual([
    'gzip',
    'packed',
  ]);
});

test('several encodings are laid one over the other, and one that is not known leaves the body alone', async () => {
  const made = await make(hex);
  const seen = async (coding: string) => {
    const headers = { 'content-encoding': coding, 'content-type': 'text/plain' };
    const { result } = await made.call({
      payload: `${api}/`,
      mocks: [{ url: '*', headers, body: 'packed' }],
    });
    return Buffer.from((result as string[][])[0]?.[2] ?? '', 'hex').toString();
  };
  expect([await seen('gzip, deflate'), await seen('br,gzip'), await seen('own, gzip')]).toEqual(
    Array(3).fill('packed'),
  );
});

test('a file that is gone by the time of the call is told, and the run goes on', async () => {
  const made = await make(caller, { instances: 1 });
  const payload = [{ client: 'fetch', url: `${api}/` }];
  const { outcome, verdict } = await made.call({
    payload,
    mocks: [{ url: '*', file: 'gone.json' }],
    base: '/nowhere',
  });
  expect(outcome).toBe('ok');
  expect(verdict.findings).toMatchObject([{ code: 'bad-mock', severity: 'error' }]);
  expect(verdict.findings[0]?.message).toContain(`mocks[0] cannot answer GET ${api}/: ENOENT`);
  expect((await made.call({ payload, mocks: [{ url: '*' }] })).verdict.pass).toBe(true);
});

test('a large body arrives whole by every way', async () => {
  const made = await make(hex);
  const body = 'é'.repeat(500_000);
  const { result } = await made.call({ payload: `${api}/`, mocks: [{ url: '*', body }] });
  const sizes = (result as string[][]).map(([, , bytes]) => (bytes?.length ?? 0) / 2);
  expect(sizes).toEqual([1_000_000, 1_000_000]);
});
