import type { Mock } from '../../payload/mock/mock.ts';
import type { OutboundAnswer, OutboundRequest, OutboundResponse, Pace } from '../../services/exchange.ts';
import type { HttpAsk } from '../outside.ts';
import { bodyOf } from './mock-body.ts';
import { wait } from './wait.ts';

/** Milliseconds until a connection that nobody answers is given up; so long does Node's `fetch` try. */
const connectTimeout = 10_000;

/** The mock's answer, after its delay or as soon as the function gives up. `base` is what its file counts from. */
export async function respond(
  mock: Mock,
  base: string | undefined,
  { request, trusting }: HttpAsk,
  signal: AbortSignal,
): Promise<OutboundAnswer> {
  const { fault, delay = fault === 'timeout' ? connectTimeout : 0 } = mock;
  if (delay > 0 && fault !== 'slow-body') await wait(delay, signal);
  switch (fault) {
    case 'refused':
      return failure('ECONNREFUSED', `connect ECONNREFUSED ${addressOf(request)}`);
    case 'reset':
      return failure('ECONNRESET', 'read ECONNRESET');
    case 'timeout':
      return failure('ETIMEDOUT', `connect ETIMEDOUT ${addressOf(request)}`);
    case 'bad-tls':
      return trusting || request.url.startsWith('http:')
        ? response(mock, base)
        : failure('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate');
    case 'slow-body':
      return response(mock, base, { kind: 'slow', duration: delay });
    case 'endless-body':
      return response(mock, base, { kind: 'endless' });
    default:
      return response(mock, base);
  }
}

/** Where Node has an address of the network, the name stands: which address it would be is not known. */
function addressOf({ url }: Pick<OutboundRequest, 'url'>): string {
  const { protocol, host, port } = new URL(url);
  return port === '' ? `${host}:${protocol === 'https:' ? 443 : 80}` : host;
}

function failure(code: string, message: string): OutboundAnswer {
  return { failure: { code, message } };
}

/** Of a mock that names no file the response is always the same. */
const ready = new WeakMap<Mock, OutboundResponse>();

async function response(mock: Mock, base: string | undefined, pace?: Pace): Promise<OutboundResponse> {
  const known = ready.get(mock);
  if (known) return known;
  const { content, type } = await bodyOf(mock, base);
  const { cookies, headers } = headersOf(mock, type);
  const made: OutboundResponse = {
    status: mock.status ?? 200,
    headers,
    ...(cookies && { cookies }),
    body: pace?.kind === 'endless' ? (content ?? { text: '.', encoding: 'utf8' }) : content,
    ...(pace && { pace }),
  };
  if (mock.file === undefined) ready.set(mock, made);
  return made;
}

/** The mock's own headers, after the type of its body; an empty one says that there is none of its name. */
function headersOf(
  { headers: own = {} }: Mock,
  type: string | undefined,
): Pick<OutboundResponse, 'headers' | 'cookies'> {
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
  let cookies: string[] | undefined;
  for (const [key, value] of Object.entries(own)) {
    const name = key.toLowerCase();
    if (name === 'set-cookie') cookies = [value].flat();
    else if (value === '') delete headers[name];
    else headers[name] = [value].flat().join(', ');
  }
  return { headers, ...(cookies && { cookies }) };
}
