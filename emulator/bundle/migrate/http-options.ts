import type { AnyNode } from 'acorn';
import type { Change, Script } from './change.ts';
import type { propertiesOf } from './clients.ts';

/** What to do about an option; where that depends on the value, the value is looked at. */
type Advice = string | ((value: AnyNode) => string);

const sendJson = 'write body: JSON.stringify(…) and the header content-type: application/json';
const readJson = 'await response.json()';
const certificate = 'use Toolbelt.MTLSClient({ cert, key, ca })';

/**
 * Options of request-promise that `fetch` spells otherwise or lacks.
 * Sources: github.com/request/request README.md, github.com/request/request-promise README.md.
 */
const advice: Readonly<Record<string, Advice>> = {
  uri: 'make it the first argument of fetch',
  url: 'make it the first argument of fetch',
  qs: 'put new URLSearchParams(…) behind the URL',
  json: (value) =>
    isLiteral(value, true) ? `${readJson}; for a body ${sendJson}` : `${sendJson}; ${readJson}`,
  form: 'write body: new URLSearchParams(…)',
  formData: 'send a FormData as the body; v1 cannot',
  simple: (value) =>
    isLiteral(value, false)
      ? 'leave it out: fetch never fails for a status'
      : 'throw where response.ok is false',
  resolveWithFullResponse: 'leave it out: read response.status and response.headers, await response.text()',
  timeout: 'write signal: AbortSignal.timeout(milliseconds)',
  auth: 'write the header authorization',
  gzip: 'leave it out: fetch unpacks by itself',
  encoding: (value) => (isLiteral(value, null) ? 'await response.arrayBuffer()' : 'await response.text()'),
  followRedirect: "write redirect: 'manual' where it is false; v1 has no such option",
  followAllRedirects: 'leave it out: fetch follows redirects',
  cert: certificate,
  key: certificate,
  ca: certificate,
};

/** Options that mean the same to `fetch`. */
const same = ['method', 'headers', 'body', 'appKeySecretName'];

/** The changes that the options of a request ask for. */
export function optionChanges(
  kind: Change['kind'],
  properties: ReturnType<typeof propertiesOf>,
  at: Script['at'],
): Change[] {
  return properties
    .filter(({ name }) => !same.includes(name))
    .map(({ name, key, value }) => {
      const found = Object.hasOwn(advice, name) ? advice[name] : undefined;
      const message = `fetch has no option ${name}`;
      const hint = (typeof found === 'function' ? found(value) : found) ?? 'do without it';
      return { kind, by: 'you', message, hint, where: at(key) };
    });
}

function isLiteral(node: AnyNode, value: boolean | null): boolean {
  return node.type === 'Literal' && node.value === value;
}
