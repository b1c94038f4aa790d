import type { Finding } from '../../errors.ts';
import { allowlistEntry } from '../../platform/account-services.ts';
import { limitSource } from '../../platform/limits.ts';
import { type OutboundAnswer, type OutboundRequest, textContent } from '../../services/exchange.ts';

/** What a refused request gets for an answer, and what is to be said about it. */
export interface Refusal {
  answer: OutboundAnswer;
  finding: Finding;
}

type Asked = Pick<OutboundRequest, 'method' | 'url'>;

/**
 * The host is not on the allowlist. Clients of Node see their connection closed, the toolbelt's own an answer of 403.
 * Source: developers.liveperson.com, the toolbelt's HTTP client, and
 * github.com/LivePersonInc/faas-cli src/shared/lp-faas-toolbelt/http-client/httpClient.ts.
 */
export function notAllowed({ method, url }: Asked, closes: boolean): Refusal {
  const { hostname } = new URL(url);
  const forbidden = 'You do not have access to the page or resource you are trying to reach\n';
  return {
    answer: closes
      ? { failure: { code: 'ECONNRESET', message: 'socket hang up' } }
      : { status: 403, headers: { 'content-type': 'text/plain' }, body: textContent(forbidden) },
    finding: {
      code: 'not-allowlisted',
      severity: 'error',
      message: `${method} ${url} was refused: the allowlist lacks ${hostname}`,
      hint: `add "${allowlistEntry(hostname)}" to "whitelist" in functions/settings.json, and to the allowlist of the account`,
      where: { file: 'functions/settings.json' },
    },
  };
}

/** There were too many requests within a second. The words of the answer's body are inferred. */
export function tooMany({ method, url }: Asked, limit: number): Refusal {
  return {
    answer: {
      status: 429,
      headers: { 'content-type': 'text/plain' },
      body: textContent('Too Many Requests'),
    },
    finding: {
      code: 'too-many-requests',
      severity: 'error',
      message: `${method} ${url} came as one more than ${limit} requests within a second (${limitSource('requestsPerSecond', 'v1', limit)})`,
      hint: 'send fewer at once, or wait between them: what is beyond gets the status 429',
    },
  };
}

/** No mock declares the request, and nothing else answers it. */
export function undeclared({ method, url }: Asked, nearest: string | undefined): Refusal {
  const message = `outbound request to ${method} ${url} refused: no mock declares it`;
  const closest = nearest === undefined ? '' : `; the nearest is ${nearest}`;
  return {
    answer: failure(message),
    finding: {
      code: 'refused-call',
      severity: 'warning',
      message: `${method} ${url} was refused: no mock declares it${closest}`,
      hint: `declare it under mocks: in the payload or conversation file, or for all calls in account.yaml, such as { method: ${method}, url: '${declarable(url)}', status: 200, body: … }`,
    },
  };
}

/** The recording does not hold the request. */
export function unrecorded({ method, url }: Asked, file: string, nearest: string | undefined): Refusal {
  const message = `outbound request to ${method} ${url} refused: ${file} does not hold it`;
  const closest = nearest === undefined ? '' : `; the nearest is ${nearest}`;
  return {
    answer: failure(message),
    finding: {
      code: 'stale-recording',
      severity: 'error',
      message: `${method} ${url} is not in the recording${closest}`,
      hint: 'record it anew with --record, declare it under mocks: in the payload or conversation file, or put * for what changes from call to call',
      where: { file },
    },
  };
}

/** A connection on which nobody spoke HTTP, or only as far as a path that is none. */
export function noHttp({ target, path }: { target: string; path?: string }): Finding {
  if (path !== undefined) {
    return {
      code: 'refused-call',
      severity: 'warning',
      message: `a request to ${target} was refused: its path "${path}" does not begin with a slash`,
      hint: `write path: '/${path}'`,
    };
  }
  return {
    code: 'refused-call',
    severity: 'warning',
    message: `a connection to ${target} was refused: only HTTP is answered`,
    hint: 'use fetch, http or https; the platform lets nothing else out',
  };
}

/** What a mock holds cannot be had. */
export function brokenMock({ method, url }: Asked, mock: string, reason: string): Refusal {
  const message = `${mock} cannot answer ${method} ${url}: ${reason}`;
  const hint = 'name a file that can be read';
  return { answer: failure(message), finding: { code: 'bad-mock', severity: 'error', message, hint } };
}

function failure(message: string): OutboundAnswer {
  return { failure: { code: 'ERR_OUTBOUND_REFUSED', message } };
}

/** The address as a mock would have it, short of its query string. */
function declarable(url: string): string {
  return url.includes('?') ? `${url.split('?', 1)[0]}*` : url;
}
