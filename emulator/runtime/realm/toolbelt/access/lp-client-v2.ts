import type { Access } from './tokens.ts';
import { authorised } from './lp-request.ts';

/** As for `fetch`, and the secret that holds the credentials. */
type LpOptions = RequestInit & { appKeySecretName?: string };

/**
 * LpClient of v2: `fetch` with the service's host and a token. Its options and its answer are those of `fetch`, so it is
 * `fetch` that sends; every other client asks the host itself. The options are taken apart as they come: without them
 * the call is a TypeError, on the platform too.
 */
export function createLpClientV2(access: Access) {
  const call = authorised(access);
  return async (
    service: string,
    path: string,
    { appKeySecretName, method = 'GET', ...options }: LpOptions,
  ): Promise<Response> =>
    call(
      service,
      path,
      (url, own) => fetch(url, { ...options, method, headers: { ...plain(options.headers), ...own } }),
      appKeySecretName,
    );
}

/** Only plain objects: on the platform the headers of a `Headers` are lost as well, as it is spread. */
function plain(headers: RequestInit['headers']): Record<string, string> {
  return { ...(headers as Record<string, string> | undefined) };
}
