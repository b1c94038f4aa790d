import { engines } from '../runtime/made.ts';
import { inFunction } from './in-function.ts';

const v1 = { generation: 'v1' } as const;
const a = 'https://a.example';

const packed = (coding: string) => ({ headers: { 'content-encoding': coding }, body: { packed: coding } });

test.each(engines)('with gzip a packed body is asked for and unpacked on %s', async (engine) => {
  const body = `const http = Toolbelt.HTTPClient();
return [
  await http('https://a.example/gzip', { gzip: true }),
  await http('https://a.example/gzip', { gzip: true, json: true, headers: { own: 'yes' } }),
  await http('https://a.example/deflate', { gzip: true, encoding: null }).then((bytes) => [Buffer.isBuffer(bytes), bytes.toString()]),
  await http('https://a.example/plain', { gzip: true }),
  await http('https://a.example/none', { gzip: true }),
  await http('https://a.example/broken', { gzip: true }).catch(({ name, message, cause }) => [name, message, cause.code]),
  (await http('https://a.example/gzip')).charCodeAt(0),
];`;
  const requestHeaders = { 'accept-encoding': 'gzip, deflate' };
  const { result } = await inFunction(body, {
    ...v1,
    engine,
    mocks: [
      { url: `${a}/gzip`, requestHeaders, ...packed('gzip') },
      { url: `${a}/gzip`, ...packed('gzip') },
      { url: `${a}/deflate`, requestHeaders, ...packed('deflate') },
      { url: `${a}/plain`, requestHeaders, body: 'plain' },
      { url: `${a}/none`, status: 204, headers: { 'content-encoding': 'gzip' } },
      { url: `${a}/broken`, headers: { 'content-encoding': 'gzip' }, base64: 'YWJj' },
    ],
  });
  expect(result).toEqual([
    '{"packed":"gzip"}',
    { packed: 'gzip' },
    [true, '{"packed":"deflate"}'],
    'plain',
    '',
    ['RequestError', 'Error: incorrect header check', 'Z_DATA_ERROR'],
    0x1f,
  ]);
});

test('what Node does not send is refused as Node refuses it, before any request', async () => {
  const body = `const failure = (options) => Toolbelt.HTTPClient()('https://a.example/', options).catch(({ name, message, cause }) => [name, message, cause.code]);
return [
  await failure({ headers: { 'a b': 'x' } }),
  await failure({ headers: { a: 'x\\r\\ny' } }),
  await failure({ method: 'PO ST' }),
  await failure({ method: 12 }),
  await failure({ method: null, qs: 'a=b' }),
  (await told(() => Toolbelt.LpClient()('smt', '/', { method: 12 }))).message,
];`;
  const type = 'The "options.method" property must be of type string. Received type number (12)';
  const record = await inFunction(body, { ...v1, mocks: [{ url: '*', body: 'sent' }] });
  const token = 'ERR_INVALID_HTTP_TOKEN';
  expect(record.result).toEqual([
    ['RequestError', `TypeError [${token}]: Header name must be a valid HTTP token ["a b"]`, token],
    [
      'RequestError',
      'TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["a"]',
      'ERR_INVALID_CHAR',
    ],
    ['RequestError', `TypeError [${token}]: Method must be a valid HTTP token ["PO ST"]`, token],
    ['RequestError', `TypeError [ERR_INVALID_ARG_TYPE]: ${type}`, 'ERR_INVALID_ARG_TYPE'],
    'sent',
    type,
  ]);
  // A text is taken apart letter by letter there, too.
  expect(record.calls.map(({ url }) => url)).toEqual(['https://a.example/?0=a&1=%3D&2=b']);
});
