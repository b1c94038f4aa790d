import type { Finding } from '../../errors.ts';
import { type Mock, mockName } from './mock.ts';
import type { Path } from '../document/path.ts';
import { formatPath } from '../document/path.ts';
import type { PayloadDocument } from '../document/payload-document.ts';
import { fits } from './pattern.ts';
import { firstDifference } from './subset.ts';
import { urlPattern, withoutQuery } from './url-pattern.ts';

/** The mocks at `path` of a document that can never answer, each with the earlier one that takes all its requests. */
export async function overlaps(
  { file, locate }: Pick<PayloadDocument, 'file' | 'locate'>,
  path: Path,
  mocks: readonly Mock[],
): Promise<Finding[]> {
  const covered = mocks.flatMap((mock, later) => {
    const first = mocks.slice(0, later).findIndex((earlier) => covers(earlier, mock));
    return first < 0 ? [] : [{ mock, first, later }];
  });
  return Promise.all(
    covered.map(async ({ mock, first, later }): Promise<Finding> => {
      const [own, other] = [formatPath([...path, later]), formatPath([...path, first])];
      const { line, column } = await locate([...path, first]);
      return {
        code: 'bad-mock',
        severity: 'error',
        message: `${file}: overlapping mocks: ${own} (${mockName(mock)}) never answers, because ${other} at ${line}:${column} takes every request that it would`,
        hint: 'put the narrower one first, give the earlier one times, or remove one of the two',
        where: await locate([...path, later]),
        path: own,
      };
    }),
  );
}

/** Whether every request that `later` would answer goes to `earlier`, however many there are. */
function covers(earlier: Mock, later: Mock): boolean {
  return (
    earlier.times === undefined &&
    (earlier.method === undefined || earlier.method.toUpperCase() === later.method?.toUpperCase()) &&
    coversUrl(earlier, later) &&
    Object.entries(earlier.requestHeaders ?? {}).every(([name, text]) => coversHeader(name, text, later)) &&
    coversBody(earlier.requestBody, later.requestBody)
  );
}

function coversUrl(earlier: Mock, later: Mock): boolean {
  const [pattern, narrower] = [urlPattern(earlier.url), urlPattern(later.url)];
  if (earlier.query === undefined) {
    return fits(pattern, later.query === undefined ? narrower : `${narrower}?*`);
  }
  if (later.query === undefined || !fits(pattern, withoutQuery(narrower))) return false;
  return firstDifference(later.query, earlier.query) === undefined;
}

function coversHeader(name: string, text: string, { requestHeaders = {} }: Mock): boolean {
  return Object.entries(requestHeaders).some(
    ([own, narrower]) => own.toLowerCase() === name.toLowerCase() && fits(text, narrower),
  );
}

function coversBody(earlier: unknown, later: unknown): boolean {
  if (earlier === undefined) return true;
  if (later === undefined) return earlier === '*';
  const texts = typeof earlier === 'string' && typeof later === 'string';
  if (typeof earlier === 'string' && !texts) return earlier === '*';
  return texts ? fits(earlier, later) : firstDifference(later, earlier) === undefined;
}
