import type { Fault, Mock } from '../../../payload/mock/mock.ts';
import { isObject } from '../../../payload/document/path.ts';
import { withoutQuery } from '../../../payload/mock/url-pattern.ts';
import {
  type Content,
  type OutboundAnswer,
  type OutboundRequest,
  type OutboundResponse,
  bytesOf,
  isFailure,
} from '../../../services/exchange.ts';

/** One exchange with the real network as a mock says it, nothing taken out yet; or why it cannot be kept. */
export type Entry = { mock: Mock } | { reason: string };

/** Ours: a recording is read and looked through by people. In bytes. */
const largestBody = 256 * 1024;

/** What of an answer belongs to its moment, not to what was asked. */
const momentary = /^(date|age|content-length|transfer-encoding|connection|keep-alive)$/;

const faultOf: Readonly<Record<string, Fault>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  ETIMEDOUT: 'timeout',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'bad-tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'bad-tls',
  CERT_HAS_EXPIRED: 'bad-tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'bad-tls',
};

/** Writes an exchange as a mock. */
export function entryOf(request: OutboundRequest, answer: OutboundAnswer): Entry {
  const asked = askedOf(request);
  if (isFailure(answer)) {
    const { code, message } = answer.failure;
    const fault = faultOf[code];
    return fault ? { mock: { ...asked, fault } } : { reason: `it failed with ${code} (${message})` };
  }
  const size = answer.body ? bytesOf(answer.body).length : 0;
  if (size > largestBody) return { reason: `its answer has ${size} bytes, more than ${largestBody}` };
  return { mock: { ...asked, ...answered(answer) } };
}

function askedOf({ method, url, headers, body }: OutboundRequest): Mock {
  const { searchParams } = new URL(url);
  const names = [...new Set(searchParams.keys())];
  const query = Object.fromEntries(names.map((name) => [name, single(searchParams.getAll(name))]));
  const requestBody = body === null ? undefined : sentBody(body, headers['content-type'] ?? '');
  return {
    method,
    url: withoutQuery(url),
    ...(names.length > 0 && { query }),
    ...(requestBody !== undefined && { requestBody }),
  };
}

function single(values: string[]): string | string[] {
  const [only = ''] = values;
  return values.length === 1 ? only : values;
}

/** A binary body, and one whose parts are divided by a text of the moment, is nothing to know a request by. */
function sentBody({ text, encoding }: Content, type: string): unknown {
  if (encoding === 'base64' || text.length > largestBody || type.startsWith('multipart/')) return undefined;
  if (type.includes('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  return structured(text) ?? text;
}

function answered({ status, headers, cookies, body }: OutboundResponse): Partial<Mock> {
  const kept = Object.entries(headers).filter(([name]) => !momentary.test(name));
  const untyped = body !== null && headers['content-type'] === undefined;
  const all = {
    ...(untyped && { 'content-type': '' }),
    ...Object.fromEntries(kept),
    ...(cookies && { 'set-cookie': cookies }),
  };
  return {
    status,
    ...(Object.keys(all).length > 0 && { headers: all }),
    ...(body &&
      (body.encoding === 'base64' ? { base64: body.text } : { body: structured(body.text) ?? body.text })),
  };
}

/** JSON that is the same when it is written again: numbers beyond what JavaScript can count are not. */
function structured(text: string): unknown {
  if (!/^\s*[{[]/.test(text) || /\d{16}/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) || Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
