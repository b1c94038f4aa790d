import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { payloadFromFile } from '../../emulator/payload/payloads.ts';
import { temporaryFolder } from '../temporary.ts';
import { refusal } from './finding.ts';

const head = 'payload: { a: 1 }\nmocks:\n';
const api = 'https://a.example';

const read = (mocks: string, folder = temporaryFolder(), file = '-') =>
  payloadFromFile(folder, file, head + mocks, null);

test('a mock may be declared down to the body it wants and the way it goes wrong', async () => {
  const mocks = `
  - method: post
    url: ${api}/orders
    query: { status: open, page: 2, tag: [a, 'b*'] }
    requestHeaders: { X-Brand: '*' }
    requestBody: { order: { id: '47*' }, lines: [{ sku: a }] }
    status: 202
    headers: { Set-Cookie: [a=1, b=2], X-Own: text }
    base64: aGVsbG8=
    delay: 5
    times: 2
  - { url: '${api}/slow', fault: slow-body, delay: 100, body: late }
  - { url: '${api}/tls', fault: bad-tls, body: for those who take any certificate }
`;
  expect((await read(mocks)).mocks).toEqual([
    {
      method: 'post',
      url: `${api}/orders`,
      query: { status: 'open', page: 2, tag: ['a', 'b*'] },
      requestHeaders: { 'X-Brand': '*' },
      requestBody: { order: { id: '47*' }, lines: [{ sku: 'a' }] },
      status: 202,
      headers: { 'Set-Cookie': ['a=1', 'b=2'], 'X-Own': 'text' },
      base64: 'aGVsbG8=',
      delay: 5,
      times: 2,
    },
    { url: `${api}/slow`, fault: 'slow-body', delay: 100, body: 'late' },
    { url: `${api}/tls`, fault: 'bad-tls', body: 'for those who take any certificate' },
  ]);
});

test('what is wrong with one mock is told with its place', async () => {
  const wrong = [
    "{ url: '*', fautl: reset }",
    "{ url: '*', color: red }",
    "{ url: '*', fault: timout }",
    "{ url: '*', times: 0 }",
    `{ url: '${api}?a=1', query: { b: 1 } }`,
    "{ url: '*', query: { b: { c: 1 } } }",
    "{ url: '*', body: x, file: y }",
    "{ url: '*', body: x, base64: aA== }",
    "{ url: '*', base64: 'a b?' }",
    "{ url: '*', fault: slow-body }",
    "{ url: 'http://a.example', fault: bad-tls }",
    "{ url: '*', fault: reset, status: 200 }",
  ];
  const told = await Promise.all(wrong.map((mock) => refusal(read(`  - ${mock}\n`))));
  expect(told).toMatchInlineSnapshot(`
    [
      "bad-mock at -:3:17 (mocks[0].fautl): -: mocks[0].fautl is not a known key → did you mean "fault"?",
      "bad-mock at -:3:17 (mocks[0].color): -: mocks[0].color is not a known key → the keys here are method, url, query, requestHeaders, requestBody, status, headers, body, base64, file, delay, fault, times",
      "bad-mock at -:3:24 (mocks[0].fault): -: mocks[0].fault must be one of refused, reset, timeout, slow-body, endless-body, bad-tls, it is the text "timout" → did you mean "timeout"?",
      "bad-mock at -:3:24 (mocks[0].times): -: mocks[0].times must be at least 1, it is 0 → write it like { method: GET, url: https://orders.example.com/*, status: 200, body: { id: 7 } }",
      "bad-mock at -:3:37 (mocks[0].query): -: mocks[0].query must stand alone: with it the url has no query string of its own → write it like { method: GET, url: https://orders.example.com/*, status: 200, body: { id: 7 } }",
      "bad-mock at -:3:26 (mocks[0].query.b): -: mocks[0].query.b must be text or a number or true or false or a list, it is an object → write it like { method: GET, url: https://orders.example.com/*, status: 200, body: { id: 7 } }",
      "bad-mock at -:3:32 (mocks[0].file): -: mocks[0].file must be the only body: give one of body, base64 and file → write it like { method: GET, url: https://orders.example.com/*, status: 200, body: { id: 7 } }",
      "bad-mock at -:3:34 (mocks[0].base64): -: mocks[0].base64 must be the only body: give one of body, base64 and file → write it like { method: GET, url: https://orders.example.com/*, status: 200, body: { id: 7 } }",
      "bad-mock at -:3:25 (mocks[0].base64): -: mocks[0].base64 must be base64 → write it like { method: GET, url: https://orders.example.com/*, status: 200, body: { id: 7 } }",
      "bad-mock at -:3:24 (mocks[0].fault): -: mocks[0].fault must come with a delay in milliseconds: so long takes a slow body → write it like { method: GET, url: https://orders.example.com/*, status: 200, body: { id: 7 } }",
      "bad-mock at -:3:39 (mocks[0].fault): -: mocks[0].fault must be another one: there is no TLS at an http:// address → write it like { method: GET, url: https://orders.example.com/*, status: 200, body: { id: 7 } }",
      "bad-mock at -:3:24 (mocks[0].fault): -: mocks[0].fault must be left out, or else status, headers and body: with refused, reset and timeout no answer comes → write it like { method: GET, url: https://orders.example.com/*, status: 200, body: { id: 7 } }",
    ]
  `);
});

test.each([
  ['the same once more', `{ url: '${api}/a' }`, `{ method: GET, url: '${api}/a' }`],
  ['a narrower pattern', `{ url: '${api}/*' }`, `{ url: '${api}/a/*/b' }`],
  ['a query below a pattern', `{ url: '${api}/a*' }`, `{ url: '${api}/a', query: { b: 1 } }`],
  ['more of a query', `{ url: '${api}', query: { a: '*' } }`, `{ url: '${api}/', query: { a: 1, b: 2 } }`],
  ['more of a body', `{ url: '*', requestBody: { a: 1 } }`, `{ url: '*', requestBody: { a: 1, b: 2 } }`],
  ['a narrower text', `{ url: '*', requestBody: 'a*' }`, `{ url: '*', requestBody: abc }`],
  ['a body of any kind', `{ url: '*', requestBody: '*' }`, `{ url: '*', requestBody: { a: 1 } }`],
  [
    'a header on top',
    `{ url: '*', requestHeaders: { A: '*' } }`,
    `{ url: '*', requestHeaders: { a: b, c: d } }`,
  ],
])('a mock behind one that takes all its requests is told with both places: %s', async (_, first, later) => {
  const told = await refusal(read(`  - ${first}\n  - ${later}\n`));
  expect(told).toMatch(
    /^bad-mock at -:4:5 \(mocks\[1\]\): -: overlapping mocks: mocks\[1\] \(.*\) never answers, /,
  );
  expect(told).toContain('because mocks[0] at 3:5 takes every request that it would');
  expect(told).toContain('put the narrower one first, give the earlier one times, or remove one of the two');
});

test.each([
  ['the wider one comes later', `{ url: '${api}/a' }`, `{ url: '${api}/*' }`],
  ['the earlier one is used up', `{ url: '${api}/a', times: 1 }`, `{ url: '${api}/a' }`],
  ['the methods differ', `{ method: POST, url: '*' }`, `{ url: '*' }`],
  ['the patterns cross', `{ url: '${api}/*/b' }`, `{ url: '${api}/a/*' }`],
  ['the queries differ', `{ url: '${api}', query: { a: 1 } }`, `{ url: '${api}', query: { a: 2 } }`],
  ['only one has a query', `{ url: '${api}', query: { a: 1 } }`, `{ url: '${api}/' }`],
  ['the bodies differ', `{ url: '*', requestBody: { a: 1 } }`, `{ url: '*', requestBody: { a: 2 } }`],
  ['only one wants a header', `{ url: '*', requestHeaders: { a: '*' } }`, `{ url: '*' }`],
])('two mocks stand beside each other where %s', async (_, first, later) => {
  expect((await read(`  - ${first}\n  - ${later}\n`)).mocks).toHaveLength(2);
});

/** A payload that names `body`, in a project with a file inside and one outside of it. */
async function naming(body: string, prepare: (folder: string) => void = () => undefined) {
  const outside = temporaryFolder({
    'project/payloads/local/bodies/a.txt': 'inside',
    'secret.txt': 'outside',
  });
  const folder = join(outside, 'project');
  prepare(folder);
  const file = join(folder, 'payloads/local/one.yaml');
  return read(`  - { url: '*', file: '${body}' }\n`, folder, file);
}

test('a body in a file is found from the file that names it', async () => {
  const { mocks, base } = await naming('bodies/a.txt');
  expect(mocks).toEqual([{ url: '*', file: 'bodies/a.txt' }]);
  expect(base?.endsWith('/payloads/local')).toBe(true);
});

test.each([
  ['that is not there', 'bodies/b.txt', 'does not exist'],
  ['that is a folder', 'bodies', 'is no file'],
  ['outside the project', '../../../secret.txt', 'is outside the project'],
  ['outside the project by a link', 'bodies/link', 'is outside the project'],
])('a file %s is told with its place', async (_, body, wrong) => {
  const told = await refusal(
    naming(body, (folder) => {
      mkdirSync(join(folder, 'payloads/local/more'));
      symlinkSync('../../../../secret.txt', join(folder, 'payloads/local/bodies/link'));
      writeFileSync(join(folder, 'payloads/local/more/c.txt'), '');
    }),
  );
  expect(told).toBe(
    `bad-mock at payloads/local/one.yaml:3:23 (mocks[0].file): payloads/local/one.yaml: mocks[0].file names "${body}", which ${wrong} → give the path of a file in the project, seen from the file that names it`,
  );
});

test('a payload may name a recording, which is read with it', async () => {
  const folder = temporaryFolder({
    'recordings/a.yaml': `recorded: 2026-11-21T10:00:00.000Z\nmocks:\n  - { url: '${api}/a', body: there }\n`,
  });
  const text = 'payload: {}\nrecording: ../../recordings/a.yaml\n';
  const { recording } = await payloadFromFile(folder, join(folder, 'payloads/local/one.yaml'), text, null);
  expect(recording).toEqual({
    file: 'recordings/a.yaml',
    base: join(folder, 'recordings'),
    recorded: '2026-11-21T10:00:00.000Z',
    mocks: [{ url: `${api}/a`, body: 'there' }],
  });
});

test.each([
  [
    'that is not there',
    {},
    'bad-recording at payloads/local/one.yaml:2:12 (recording): recordings/a.yaml does not exist',
  ],
  [
    'without a date',
    { 'recordings/a.yaml': 'mocks: []\n' },
    'bad-recording at recordings/a.yaml:1:1 (recorded): recordings/a.yaml: recorded is missing, it must be text',
  ],
  [
    'with an entry that is none',
    { 'recordings/a.yaml': "recorded: now\nmocks:\n  - { urk: '*' }\n" },
    'bad-recording at recordings/a.yaml:3:7 (mocks[0].url): recordings/a.yaml: mocks[0].url is missing, it must be text → "urk" stands there: did you mean "url"? (and 1 more)',
  ],
  [
    'that is no YAML',
    { 'recordings/a.yaml': 'recorded: [\n' },
    'unparsable-payload at recordings/a.yaml:2:1: recordings/a.yaml is not YAML',
  ],
])('a recording %s is told with its place', async (_, files, said) => {
  const folder = temporaryFolder(files);
  const text = 'payload: {}\nrecording: ../../recordings/a.yaml\n';
  const told = await refusal(payloadFromFile(folder, join(folder, 'payloads/local/one.yaml'), text, null));
  expect(told.replace(/ \(and 1 more\)(.*)$/, '$1 (and 1 more)')).toContain(said);
});
