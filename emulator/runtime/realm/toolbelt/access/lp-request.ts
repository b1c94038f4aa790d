import type { OutboundResponse } from '../../../../services/exchange.ts';
import { ToolBeltError } from '../errors.ts';
import { type Sent, fetchLike } from '../host/fetch-like.ts';
import { requestId } from '../host/request-id.ts';
import { ErrorCodes } from '../names/error-codes.ts';
import { type Access, Tokens, defaultAppKey } from './tokens.ts';

const faults = {
  error: (code: string, message: string) => new ToolBeltError('LpClient', code, message),
  format: ErrorCodes.LpClient.Creds.Format,
  failure: ErrorCodes.LpClient.Creds.Failure,
};

/** Sends something to a service with the given headers, in whichever way the caller sends. */
export type SendTo<Answer> = (url: string, headers: Record<string, string>) => Promise<Answer>;

/** Calls a service of the account by its name, with a token. */
export type Authorised = <Answer extends { status: number }>(
  service: string,
  path: string,
  sendTo: SendTo<Answer>,
  secretName?: string,
) => Promise<Answer>;

/**
 * Requests with a token of one client. After a 401 a new token is fetched and the request sent once more, but with the
 * old token: that is what the toolbelt does, so an account that really refuses a token answers 401 again, and only the
 * next request gets through. Source: github.com/LivePersonInc/faas-cli
 * src/shared/core-functions-toolbelt/lp-client/lpClient.ts.
 */
export function authorised(access: Access): Authorised {
  const tokens = new Tokens(access, faults);
  return async (service, path, sendTo, secretName = defaultAppKey) => {
    const url = `https://${await access.csds.get(service)}${path}`;
    const headers = { authorization: await tokens.header(secretName), 'x-request-id': requestId() };
    const response = await sendTo(url, headers);
    if (response.status !== 401) return response;
    await tokens.header(secretName, true);
    return sendTo(url, headers);
  };
}

/** What the toolbelt's own utilities send through LpClient. */
export type LpRequest = (
  service: string,
  path: string,
  request: Pick<Sent, 'method' | 'headers' | 'body'>,
) => Promise<OutboundResponse>;

/** LpClient as the utilities of v2 use it: text alone, without a `Response` around it. */
export function lpRequest(access: Access): LpRequest {
  const call = authorised(access);
  return (service, path, { method, headers, body = null }) =>
    call(service, path, (url, own) =>
      fetchLike(access.hooks, { method, url, headers: { ...headers, ...own }, body }),
    );
}
