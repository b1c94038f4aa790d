import { fits } from '../../payload/mock/pattern.ts';
import { urlPattern, withoutQuery } from '../../payload/mock/url-pattern.ts';
import type { Given } from '../schema/given.ts';
import { seenIn } from '../seen.ts';
import { entriesOf, type Transcript } from './file.ts';

type Mock = NonNullable<Given['mocks']>[number];

/** What a conversation began with, without the mocks that can have answered nothing in it. */
export function givenAsUsed({ given, turns }: Pick<Transcript, 'given' | 'turns'>): Given {
  const { mocks = [], ...others } = given;
  const calls = seenIn(entriesOf({ turns })).records.flatMap((record) => record.calls);
  const answered = calls.filter(({ source }) => source === 'mock');
  const used = mocks.filter((mock) => answered.some((call) => canAnswer(mock, call)));
  return used.length > 0 ? { ...others, mocks: used } : others;
}

/** As far as a transcript tells, which keeps neither headers nor bodies of requests. */
function canAnswer({ method, url, query }: Mock, call: { method: string; url: string }): boolean {
  if (method !== undefined && method.toUpperCase() !== call.method) return false;
  return fits(urlPattern(url), query === undefined ? call.url : withoutQuery(call.url));
}
