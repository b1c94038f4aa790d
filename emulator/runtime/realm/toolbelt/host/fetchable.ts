import { NetworkFailure } from './failures.ts';
import { headerFault, lowerCased } from './headers.ts';

/** The address as `fetch` sends it: resolved and encoded. Throws what `fetch` throws for one that it does not take. */
export function addressed(url: string): string {
  if (!URL.canParse(url)) throw new TypeError(`Failed to parse URL from ${url}`);
  const { href, protocol, username, password } = new URL(url);
  if (username !== '' || password !== '') {
    throw new TypeError(`Request cannot be constructed from a URL that includes credentials: ${url}`);
  }
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new NetworkFailure('ERR_UNKNOWN_SCHEME', 'unknown scheme');
  }
  return href;
}

/**
 * Headers as `fetch` sends them: without white space around them. Throws what `fetch` throws for what HTTP does not
 * take.
 */
export function sendable(headers: Record<string, string>): Record<string, string> {
  const all = Object.entries(lowerCased(headers));
  const trimmed = Object.fromEntries(
    all.map(([name, value]) => [name, value.replaceAll(/^[\t\n\r ]+|[\t\n\r ]+$/g, '')]),
  );
  const fault = headerFault(trimmed);
  if (!fault) return trimmed;
  throw new TypeError(`Headers.append: "${fault[fault.part]}" is an invalid header ${fault.part}.`);
}
