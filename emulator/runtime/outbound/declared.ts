import { type Mock, mockName } from '../../payload/mock/mock.ts';
import { fits } from '../../payload/mock/pattern.ts';
import { urlPattern, withoutQuery } from '../../payload/mock/url-pattern.ts';
import { matches, type Mismatch, mismatches } from './match.ts';
import type { RequestParts } from './request-parts.ts';

/** What every request is held against first, made ready once for a list of mocks. */
interface Filter {
  method: string | undefined;
  url: string;
  /** Whether there is more that a request must have. */
  more: boolean;
}

const filters = new WeakMap<readonly Mock[], Filter[]>();

function filtersOf(mocks: readonly Mock[]): Filter[] {
  const known = filters.get(mocks) ?? mocks.map(filterOf);
  filters.set(mocks, known);
  return known;
}

function filterOf({ method, url, query, requestHeaders, requestBody }: Mock): Filter {
  const more = [query, requestHeaders, requestBody].some((each) => each !== undefined);
  // Its query string is no part of the address: the rest tells all of it.
  const address = query === undefined ? urlPattern(url) : '*';
  return { method: method?.toUpperCase(), url: address, more };
}

/** A list of mocks while one call of a function uses it up. */
export class Declared {
  readonly #mocks: readonly Mock[];
  readonly #filters: readonly Filter[];
  readonly #used = new Map<number, number>();

  constructor(mocks: readonly Mock[]) {
    this.#mocks = mocks;
    this.#filters = filtersOf(mocks);
  }

  /** The first mock that answers the request, counted as used; `undefined` where there is none. */
  take(parts: RequestParts): { mock: Mock; index: number } | undefined {
    const { method, url } = parts.request;
    for (const [index, mock] of this.#mocks.entries()) {
      const filter = this.#filters[index];
      if (filter?.method !== undefined && filter.method !== method) continue;
      if (filter && !fits(filter.url, url)) continue;
      if (this.#isUsedUp(mock, index) || (filter?.more && !matches(mock, parts))) continue;
      this.#used.set(index, (this.#used.get(index) ?? 0) + 1);
      return { mock, index };
    }
    return undefined;
  }

  /** The mock that comes closest to answering the request, and why it does not; `undefined` where none comes near. */
  nearest(parts: RequestParts): Near | undefined {
    const all = this.#mocks.map((mock, index): Near => {
      const why = [...mismatches(mock, parts)];
      const usedUp = this.#isUsedUp(mock, index) ? [`it was used up after ${times(mock.times)}`] : [];
      const words = [...why.map((each) => each.words), ...usedUp].join(' and ');
      return { index, name: mockName(mock), words, distance: distance(mock, parts, why) };
    });
    const [nearest] = all.toSorted((one, other) => one.distance - other.distance);
    return nearest && nearest.distance <= farthest ? nearest : undefined;
  }

  #isUsedUp({ times: allowed = Infinity }: Mock, index: number): boolean {
    return (this.#used.get(index) ?? 0) >= allowed;
  }
}

/** A mock that nearly answers. */
export interface Near {
  index: number;
  name: string;
  /** What keeps it from answering. */
  words: string;
  distance: number;
}

/** A mock whose address has less than half in common with the request's was meant for something else. */
const farthest = 6;

function distance(mock: Mock, { bareUrl }: RequestParts, why: readonly Mismatch[]): number {
  const weights = why.map(({ part }) =>
    part === 'url' ? 1 + 10 * unlike(withoutQuery(mock.url), bareUrl) : 1,
  );
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/**
 * How much of two addresses, or of their paths where they share a host, is neither their common start nor their common
 * end: from 0 to 1.
 */
function unlike(one: string, other: string): number {
  const origin = /^\w+:\/\/[^/]+/.exec(one)?.[0] ?? '';
  const shared = other.startsWith(origin) ? origin.length : 0;
  return difference(one.slice(shared), other.slice(shared));
}

function difference(one: string, other: string): number {
  const length = Math.max(one.length, other.length, 1);
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return 1 - (start + end) / length;
}

function times(count: number | undefined): string {
  return count === 1 ? '1 request' : `${count} requests`;
}
