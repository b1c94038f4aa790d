import { bundleOf, bundleProject, callPlain } from './bundle-project.ts';

const run = async (body: string, input: unknown = {}) => {
  const root = bundleProject({
    'lib/call.ts': `export const call = (url: string, init?: RequestInit) => fetch(url, init);`,
    'f/index.ts': `import { call } from '../lib/call';\nexport async function lambda(input: any): Promise<unknown> {\n${body}\n}`,
  });
  return callPlain(await bundleOf(root, 'f', 'v1'), input);
};

describe('fetch on v1', () => {
  test('goes through the toolbelt, with method, headers and body', async () => {
    const answer = await run(`
      const response = await call('https://a.example/x', { method: 'POST', headers: { a: 'b' }, body: '{}' });
      return [response.ok, response.status, response.statusText, response.headers.get('Content-Type'),
        response.headers.get('x'), await response.json()];`);
    const request = {
      url: 'https://a.example/x',
      method: 'POST',
      headers: { a: 'b' },
      simple: false,
      resolveWithFullResponse: true,
      body: '{}',
    };
    expect(answer).toEqual([{ answer: [true, 200, 'OK', 'application/json', null, request] }]);
  });

  test('resolves for a status that is no success', async () => {
    expect(
      await run(`const r = await globalThis.fetch('https://a.example/missing'); return [r.ok, r.status];`),
    ).toEqual([{ answer: [false, 404] }]);
  });

  test('takes Headers, a URL and form data', async () => {
    const answer = await run(`
      const r = await fetch(new URL('https://a.example'), { method: 'POST', headers: new Headers({ X: 'y' }), body: new URLSearchParams({ a: 'b c' }) });
      const { url, headers, body } = await r.json();
      return [url, headers, body];`);
    const headers = { x: 'y', 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
    expect(answer).toEqual([{ answer: ['https://a.example/', headers, 'a=b+c'] }]);
  });

  test('gives up when the signal says so', async () => {
    expect(
      await run(`
      const gone = await fetch('https://a.example', { signal: AbortSignal.abort() }).catch((error) => error.name);
      const during = new AbortController();
      const call = fetch('https://a.example', { signal: during.signal }).catch((error) => error.message);
      during.abort(new Error('enough'));
      return [gone, await call];`),
    ).toEqual([{ answer: ['AbortError', 'enough'] }]);
  });

  test('refuses a body that is no text', async () => {
    expect(await run(`return fetch('https://a.example', { body: new Uint8Array(2) });`)).toEqual([
      { error: 'TypeError: v1 sends text only: make the body a string' },
    ]);
  });

  test('is only there when it is used, and never on v2', async () => {
    const root = bundleProject({
      'no/index.ts': `export const lambda = async (input: any) => input.client.fetch('x');`,
      'yes/index.ts': `export const lambda = async () => fetch('x');`,
    });
    expect((await bundleOf(root, 'no', 'v1')).code).not.toContain('HTTPClient');
    expect((await bundleOf(root, 'yes', 'v1')).code).toContain('HTTPClient');
    expect((await bundleOf(root, 'yes', 'v2')).code).not.toContain('HTTPClient');
  });
});
