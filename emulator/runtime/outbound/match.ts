import type { Mock } from '../../payload/mock/mock.ts';
import { formatPath } from '../../payload/document/path.ts';
import { fits } from '../../payload/mock/pattern.ts';
import { firstDifference } from '../../payload/mock/subset.ts';
import { urlPattern } from '../../payload/mock/url-pattern.ts';
import type { RequestParts } from './request-parts.ts';

/** A way in which a request is not what a mock declares: where, and both sides in words. */
export interface Mismatch {
  part: 'method' | 'url' | 'query' | 'requestHeaders' | 'requestBody';
  words: string;
}

/** Whether the request is what the mock declares. */
export function matches(mock: Mock, parts: RequestParts): boolean {
  return mismatches(mock, parts).next().done === true;
}

/** All that keeps the mock from answering the request, the cheapest to tell first. */
export function* mismatches(mock: Mock, parts: RequestParts): Generator<Mismatch> {
  const { method, url, headers } = parts.request;
  if (mock.method !== undefined && mock.method.toUpperCase() !== method) {
    yield { part: 'method', words: `it is for ${mock.method.toUpperCase()}` };
  }
  if (!fits(urlPattern(mock.url), mock.query === undefined ? url : parts.bareUrl)) {
    yield { part: 'url', words: 'its url differs' };
  }
  for (const [name, wanted] of Object.entries(mock.query ?? {})) {
    const there = parts.params.getAll(name);
    if (!fitsParameter(wanted, there)) {
      yield { part: 'query', words: `its query wants ${name}=${[wanted].flat().join(',')}, ${sent(there)}` };
    }
  }
  for (const [name, wanted] of Object.entries(mock.requestHeaders ?? {})) {
    const there = headers[name.toLowerCase()];
    if (there === undefined || !fits(wanted, there)) {
      yield { part: 'requestHeaders', words: `it wants the header ${name}: ${wanted}` };
    }
  }
  if (mock.requestBody !== undefined) yield* bodyMismatch(mock.requestBody, parts);
}

type Parameter = NonNullable<Mock['query']>[string];

function fitsParameter(wanted: Parameter, there: string[]): boolean {
  if (!Array.isArray(wanted)) return there.some((value) => fits(String(wanted), value));
  return wanted.length === there.length && wanted.every((one, at) => fits(String(one), there[at] ?? ''));
}

function sent(there: string[]): string {
  return there.length > 0 ? `${there.join(',')} was sent` : 'none was sent';
}

function* bodyMismatch(wanted: unknown, parts: RequestParts): Generator<Mismatch> {
  if (typeof wanted === 'string') {
    if (!fits(wanted, parts.text)) yield { part: 'requestBody', words: 'its requestBody is another text' };
    return;
  }
  const difference = firstDifference(parts.data, wanted);
  if (!difference) return;
  const path = formatPath(['requestBody', ...difference.path]);
  yield {
    part: 'requestBody',
    words: `its ${path} is ${shown(difference.wanted)}, ${shown(difference.there)} was sent`,
  };
}

const longest = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
