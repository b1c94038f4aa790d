import type { Mock } from '../../payload/mock.ts';
import type { OutboundRequest } from '../../services/exchange.ts';

/** Index of the first mock that answers the request, or -1. `*` in a mock's URL is any run of characters. */
export function findMock(
  mocks: readonly Mock[],
  { method, url }: Pick<OutboundRequest, 'method' | 'url'>,
): number {
  return mocks.findIndex(
    (mock) => (mock.method === undefined || mock.method.toUpperCase() === method) && matches(mock.url, url),
  );
}

/** Compares piece by piece and not by a regular expression, so that no pattern can run away. */
function matches(pattern: string, url: string): boolean {
  const [head = '', ...rest] = normalise(pattern).split('*');
  if (!url.startsWith(head)) return false;
  const tail = rest.pop();
  if (tail === undefined) return url === head;
  let at = head.length;
  for (const piece of rest) {
    const found = url.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return url.length - tail.length >= at && url.endsWith(tail);
}

/** A bare origin is written with a slash once it has been parsed: `https://a.example` is `https://a.example/`. */
function normalise(pattern: string): string {
  return /^\w+:\/\/[^/?*]+$/.test(pattern) ? `${pattern}/` : pattern;
}
