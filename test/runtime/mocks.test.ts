import type { Mock } from '../../emulator/payload/mock/mock.ts';
import { caller, clients, urlFor } from './clients.ts';
import { engines, make } from './made.ts';

/** What one client got from each of the given paths on an engine of choice, and how it was called. */
async function get(paths: string[], mocks: Mock[], options: object = {}) {
  const made = await make(caller);
  const payload = paths.map((path) => ({ client: 'fetch', url: urlFor('fetch', path), ...options }));
  const { result, calls, verdict, timings } = await made.call({ payload, mocks });
  return { result, calls, findings: verdict.findings, pass: verdict.pass, timings };
}

test.each(engines)('every client gets the mock on %s: status, headers, body', async (engine) => {
  const made = await make(caller, { engine });
  const { result, calls, verdict } = await made.call({
    payload: clients.map((client) => ({ client, url: urlFor(client, '/orders/7') })),
    mocks: [
      {
        method: 'GET',
        url: '*://api.example.com/orders/*',
        status: 203,
        headers: { 'X-Own': 'yes' },
        body: { id: 7 },
      },
    ],
  });
  expect(result).toEqual(
    clients.map(() => ({ status: 203, type: 'application/json', own: 'yes', body: '{"id":7}' })),
  );
  expect(calls).toEqual(
    clients.map((client) => ({
      method: 'GET',
      url: urlFor(client, '/orders/7'),
      status: 203,
      source: 'mock',
      start: expect.any(Number),
      duration: expect.any(Number),
    })),
  );
  expect(verdict).toEqual({ pass: true, findings: [] });
});

const refusal = (client: string): string =>
  `outbound request to GET ${urlFor(client, '/')} refused: no mock declares it`;

test.each(engines)('every client is refused on %s where no mock declares its request', async (engine) => {
  const made = await make(caller, { engine });
  const { result, calls, verdict } = await made.call({
    payload: clients.map((client) => ({ client, url: urlFor(client, '/') })),
  });
  expect(result).toEqual(
    clients.map((client) => {
      if (client === 'fetch') return { message: 'fetch failed', cause: refusal(client) };
      if (client === 'HTTPClient') return { message: `Error: ${refusal(client)}`, cause: refusal(client) };
      return { message: refusal(client) };
    }),
  );
  expect(calls.map(({ url, status, source, error }) => ({ url, status, source, error }))).toEqual(
    clients.map((client) => ({
      url: urlFor(client, '/'),
      status: null,
      source: 'refused',
      error: refusal(client),
    })),
  );
  expect(verdict.pass).toBe(true);
  expect(verdict.findings).toEqual(
    ['https://api.example.com/', 'http://api.example.com/'].map((url) => ({
      code: 'refused-call',
      severity: 'warning',
      message: `GET ${url} was refused: no mock declares it`,
      hint: `declare it under mocks: in the payload or conversation file, or for all calls in account.yaml, such as { method: GET, url: '${url}', status: 200, body: … }`,
    })),
  );
});

test('the first mock that fits wins, and one that nothing fits is reported', async () => {
  const { result, findings, pass } = await get(
    ['/orders/7', '/orders/8'],
    [
      { method: 'POST', url: 'https://api.example.com/orders/*', body: 'for POST only' },
      { url: 'https://api.example.com/orders/7', body: 'seven' },
      { url: 'https://api.example.com/orders/*', body: 'any order' },
    ],
  );
  expect(result).toMatchObject([{ body: 'seven' }, { body: 'any order' }]);
  expect(pass).toBe(true);
  expect(findings).toMatchInlineSnapshot(`
    [
      {
        "code": "unused-mock",
        "hint": "correct its url, or remove it",
        "message": "no request matched the mock of POST https://api.example.com/orders/*",
        "severity": "warning",
      },
    ]
  `);
});

test('a mock of a payload that came with this package is there for whoever needs it', async () => {
  const made = await make('async function lambda() {}');
  const { verdict } = await made.call({ mocks: [{ url: '*' }], stock: true });
  expect(verdict).toEqual({ pass: true, findings: [] });
});

test('a mock without a method answers any method, one with a method in any case only that', async () => {
  const { result } = await get(
    ['/'],
    [
      { method: 'delete', url: '*', body: 'deleted' },
      { url: '*', body: 'anything' },
    ],
    { method: 'DELETE' },
  );
  expect(result).toMatchObject([{ body: 'deleted' }]);
  const { result: patched } = await get(['/'], [{ url: 'https://api.example.com', body: 'anything' }], {
    method: 'PATCH',
    body: '{}',
  });
  expect(patched).toMatchObject([{ body: 'anything' }]);
});

test.each([
  ['https://api.example.com/a/*/c', '/a/b/c', true],
  ['https://api.example.com/a/*/c', '/a/b/d', false],
  ['https://api.example.com/a/*', '/a/', true],
  ['https://api.example.com/a', '/a?b=1', false],
  ['https://api.example.com/a?b=*', '/a?b=1', true],
  ['https://*.com/a.b', '/aXb', false],
  ['*/b*b', '/b', false],
])('the mock of %s and a request for %s: %s', async (url, path, fits) => {
  const { calls } = await get([path], [{ url }]);
  expect(calls).toMatchObject([{ source: fits ? 'mock' : 'refused' }]);
});

test('a text is sent as text, anything else as JSON, nothing as nothing', async () => {
  const { result } = await get(
    ['/text', '/list', '/html', '/none', '/gone'],
    [
      { url: '*/text', body: '{"not":"parsed"}' },
      { url: '*/list', body: [1, null, { a: 'é' }] },
      { url: '*/html', headers: { 'Content-Type': 'text/html' }, body: '<p>' },
      { url: '*/none', status: 500 },
      { url: '*/gone', status: 204, body: 'has no body whatever is declared' },
    ],
  );
  expect(result).toEqual([
    { status: 200, type: 'text/plain', body: '{"not":"parsed"}' },
    { status: 200, type: 'application/json', body: '[1,null,{"a":"é"}]' },
    { status: 200, type: 'text/html', body: '<p>' },
    { status: 500, body: '' },
    { status: 204, type: 'text/plain', body: '' },
  ]);
});

test.each(engines)(
  'a delay counts as waiting on %s, and the projection does not multiply it',
  async (engine) => {
    const made = await make(caller, { engine });
    const { timings, calls } = await made.call({
      payload: [{ client: 'fetch', url: 'https://api.example.com/' }],
      mocks: [{ url: '*', delay: 400 }],
    });
    // The client's own work while the delay runs is no waiting, and a timer may fire a millisecond early.
    expect(timings.waiting).toBeGreaterThan(200);
    expect(timings.wall).toBeGreaterThanOrEqual(399);
    expect(timings.wall).toBeGreaterThanOrEqual(Number(timings.waiting));
    expect(timings.projected).toBeCloseTo(Number(timings.waiting) + Number(timings.active) / 0.5, 5);
    expect(calls[0]?.duration).toBeGreaterThanOrEqual(399);
  },
);

test.each(engines)(
  'a function that gives up waiting on %s knows why, and so does the record',
  async (engine) => {
    const made = await make(
      `async function lambda() {
  try {
    await fetch('https://api.example.com/', { signal: AbortSignal.timeout(20) });
  } catch (error) {
    return [error.name, error.message, error instanceof Error];
  }
}`,
      { engine },
    );
    const { result, calls, outcome } = await made.call({ mocks: [{ url: '*', delay: 60_000 }] });
    expect(outcome).toBe('ok');
    expect(result).toEqual(['TimeoutError', 'The operation was aborted due to timeout', true]);
    expect(calls).toMatchObject([{ status: null, source: 'mock', error: 'aborted by the function' }]);
  },
);

test('a call that is still open when the function answers is told as such', async () => {
  const made = await make(
    `async function lambda() {\n  void fetch('https://api.example.com/').catch(() => {});\n  return 1;\n}`,
  );
  const { calls } = await made.call({ mocks: [{ url: '*', delay: 60_000 }] });
  expect(calls).toMatchObject([{ status: null, error: 'in flight when the call ended' }]);
});

test('a redirect is followed as fetch does, through the mocks', async () => {
  const { result, calls } = await get(
    ['/old'],
    [
      { url: '*/old', status: 302, headers: { location: 'https://api.example.com/new' } },
      { url: '*/new', body: 'here' },
    ],
  );
  expect(result).toMatchObject([{ status: 200, body: 'here' }]);
  expect(calls.map(({ url, status }) => [url, status])).toEqual([
    ['https://api.example.com/old', 302],
    ['https://api.example.com/new', 200],
  ]);
});

/** The body of each answer that the caller got. */
const bodies = ({ result }: { result?: unknown }) =>
  (result as { body?: string }[]).map(({ body = 'refused' }) => body);

test('what account.yaml declares answers all calls, after the payload’s own mocks and before a recording', async () => {
  const base = 'https://api.example.com';
  const made = await make({
    'made/index.js': caller,
    '../account.yaml': `mocks:
  - { url: '${base}/once', times: 1, body: common }
  - { url: '${base}/both', body: common }
  - { url: '${base}/file', file: bodies/common.txt }
  - { url: '${base}/gone*', query: { id: 7 } }
  - { url: '${base}/unused' }
`,
    '../bodies/common.txt': 'from a file',
  });
  const paths = ['/once', '/once', '/both', '/file', '/gone'];
  const feed = {
    payload: paths.map((path) => ({ client: 'fetch', url: `${base}${path}` })),
    mocks: [{ url: `${base}/both`, body: 'own' }],
  };
  const first = await made.call(feed);
  expect(bodies(first)).toEqual(['common', 'refused', 'own', 'from a file', 'refused']);
  expect(first.calls.map(({ source }) => source)).toEqual(['mock', 'refused', 'mock', 'mock', 'refused']);
  expect(first.verdict.findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
    `refused-call GET ${base}/once was refused: no mock declares it; the nearest is mocks[0] of account.yaml, any method ${base}/once: it was used up after 1 request`,
    `refused-call GET ${base}/gone was refused: no mock declares it; the nearest is mocks[3] of account.yaml, any method ${base}/gone*: its query wants id=7, none was sent`,
  ]);
  const mocks = [{ url: `${base}/*`, body: 'recorded' }];
  const recording = { file: 'recording.yaml', base: '/', recorded: '', mocks };
  const second = await made.call({ ...feed, recording });
  expect(bodies(second)).toEqual(['common', 'recorded', 'own', 'from a file', 'recorded']);
});
