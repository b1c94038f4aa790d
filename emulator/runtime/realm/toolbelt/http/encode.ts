import { type Content, type OutboundRequest, contentOf, textContent } from '../../../../services/exchange.ts';
import { lowerCased } from '../host/headers.ts';
import { assertSendable } from './assert-sendable.ts';
import { multipart } from './form-data.ts';
import type { HttpOptions } from './options.ts';
import { queryText } from './query.ts';

/** A body, and the content type that goes with it unless the caller names one. */
interface Encoded {
  body: Content | null;
  type?: string;
}

const protocols = ['http:', 'https:'];

/** The first request that the options mean. Throws what request-promise rejects with. */
export function encode(options: HttpOptions): OutboundRequest {
  const url = address(options);
  const headers = { ...defaultHeaders(options), ...lowerCased(options.headers ?? ownHeaders()) };
  const authorization = authorizationOf(options, url);
  if (authorization !== undefined) headers['authorization'] ??= authorization;
  url.username = '';
  url.password = '';
  const { body, type } = bodyOf(options);
  if (type !== undefined) headers['content-type'] ??= type;
  const method = options.method || 'GET';
  assertSendable(method, headers);
  return { method: method.toUpperCase(), url: url.href, headers, body };
}

/**
 * What the toolbelt sends where the caller names no headers. Source: github.com/LivePersonInc/faas-cli (branch legacy)
 * src/shared/lp-faas-toolbelt/shared/headers-gen.ts.
 */
function ownHeaders(): Record<string, unknown> {
  const { BRAND_ID, LAMBDA_UUID } = process.env;
  return { 'LP-URL': BRAND_ID, 'User-Agent': `LP-Lambda-${LAMBDA_UUID}` };
}

function defaultHeaders({ json, gzip }: HttpOptions): Record<string, string> {
  return {
    ...(json ? { accept: 'application/json' } : {}),
    ...(gzip && { 'accept-encoding': 'gzip, deflate' }),
  };
}

function address({ url, uri = url, baseUrl, qs, useQuerystring }: HttpOptions): URL {
  const given = typeof uri === 'object' ? uri.href : uri;
  if (given === undefined || (given === '' && !baseUrl))
    throw new Error('options.uri is a required argument');
  const text = baseUrl === undefined ? given : joined(baseUrl, given);
  if (!URL.canParse(text)) throw new Error(`Invalid URI "${text}"`);
  const target = new URL(text);
  if (!protocols.includes(target.protocol)) throw new Error(`Invalid protocol: ${target.protocol}`);
  if (!qs) return target;
  // What the address has in its query already stays, unless the options name it too.
  for (const key of Object.keys(qs)) target.searchParams.delete(key);
  const query = [target.search.slice(1), queryText(qs, useQuerystring)].filter((part) => part !== '');
  target.search = query.join('&');
  return target;
}

function joined(base: string, path: string): string {
  if (path.startsWith('//') || path.includes('://')) {
    throw new Error('options.uri must be a path when using options.baseUrl');
  }
  if (path === '') return base;
  return `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}

function authorizationOf({ auth }: HttpOptions, url: URL): string | undefined {
  const bearer = typeof auth?.bearer === 'function' ? auth.bearer() : auth?.bearer;
  if (bearer !== undefined) return `Bearer ${bearer}`;
  const user = auth?.user ?? auth?.username ?? decodeURIComponent(url.username);
  const pass = auth?.pass ?? auth?.password ?? decodeURIComponent(url.password);
  if (!auth && user === '') return undefined;
  return `Basic ${Buffer.from(`${user}:${pass}`).toString('base64')}`;
}

function bodyOf({ body, form, formData, json }: HttpOptions): Encoded {
  if (formData) {
    const { bytes, type } = multipart(formData);
    return { body: contentOf(bytes), type };
  }
  if (form !== undefined) {
    const text = typeof form === 'string' ? form : queryText(form);
    return { body: textContent(text), type: 'application/x-www-form-urlencoded' };
  }
  if (json !== undefined && typeof json !== 'boolean') return asJson(json);
  if (body === undefined || body === null) return { body: null };
  return json === true ? asJson(body) : { body: raw(body) };
}

function asJson(value: unknown): Encoded {
  return { body: textContent(JSON.stringify(value) ?? ''), type: 'application/json' };
}

function raw(body: unknown): Content {
  if (typeof body === 'string') return textContent(body);
  if (Buffer.isBuffer(body)) return contentOf(body);
  if (Array.isArray(body)) return contentOf(Buffer.concat(body.map((part) => Buffer.from(part as string))));
  throw new Error('Argument error, options.body.');
}
