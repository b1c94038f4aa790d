import type { InvocationRecord } from '../../emulator/index.ts';

/** What a function does that talks to its account with nothing but `fetch`. */
export const client = `
const brand = process.env.X_LIVEPERSON_BRAND_ID;
async function hosts() {
  const response = await fetch('https://api.liveperson.net/api/account/' + brand + '/service/baseURI.json?version=1.0');
  const { baseURIs } = await response.json();
  return Object.fromEntries(baseURIs.map(({ service, baseURI }) => [service, baseURI]));
}
async function token({ sentinel }, id = 'local-client-id') {
  const response = await fetch('https://' + sentinel + '/sentinel/api/v2/account/' + brand + '/app/token?v=2.0', {
    method: 'POST',
    body: new URLSearchParams({ client_id: id, client_secret: 'local-client-secret', grant_type: 'client_credentials' }),
  });
  const { access_token } = await response.json();
  return 'Bearer ' + access_token;
}
async function send(url, options = {}) {
  const response = await fetch(url, { ...options, body: options.body && JSON.stringify(options.body) });
  const text = await response.text();
  return [response.status, text === '' ? null : JSON.parse(text)];
}
async function call(at, authorization, uuid, payload) {
  const url = 'https://' + at.faasGW + '/api/account/' + brand + '/lambdas/' + uuid + '/invoke?v=1';
  return send(url, { method: 'POST', headers: { authorization }, body: { timestamp: 1, headers: [], payload } });
}
`;

/** Every request of a record: method, host, status and who answered. */
export function seen({ calls }: Pick<InvocationRecord, 'calls'>): string[] {
  return calls.map(({ method, url, status, source }) => `${method} ${new URL(url).host} ${status} ${source}`);
}
