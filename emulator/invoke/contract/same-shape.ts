import type { Finding } from '../../errors.ts';
import { isObject, pathOf } from '../../payload/document/path.ts';
import { refused } from './finding.ts';
import { kind, own } from './value.ts';
import type { JsonObject } from './value.ts';

/** What a hook was given and has to give back, with its name in words, such as `the request to Amazon Lex`. */
export interface Original {
  name: string;
  value: unknown;
}

const hint = 'change input.payload and answer with the whole of it; v1: callback(null, payload)';

/**
 * How an answer misses the shape of what it stands for: every key on the top level must still be there, with the same
 * kind of value; null may become anything, and anything null. That a missing key harms is inferred: the page says only
 * that the payload is given back.
 */
export function sameShape(answer: unknown, { name, value }: Original): Finding[] {
  if (kind(answer) !== kind(value)) {
    const what = `the answer is ${kind(answer)}, expected ${name}, changed or not`;
    return [refused(null, { path: '', what, hint })];
  }
  if (!isObject(answer) || !isObject(value)) return [];
  const missing = Object.keys(value).filter((key) => own(answer, key) === undefined);
  return [
    ...(missing.length > 0 ? [incomplete(answer, missing, name)] : []),
    ...Object.entries(value).flatMap(([key, original]) => otherKind(key, own(answer, key), original, name)),
  ];
}

function incomplete(answer: JsonObject, missing: readonly string[], name: string): Finding {
  const what = `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing from ${name}`;
  if (!Object.hasOwn(answer, 'payload')) return refused(null, { path: '', what, hint });
  return refused(null, { path: 'payload', what, hint: 'answer with input.payload itself, not with input' });
}

function otherKind(key: string, given: unknown, original: unknown, name: string): Finding[] {
  if (given === undefined || given === null || original === null) return [];
  if (kind(given) === kind(original)) return [];
  const what = `${key} is ${kind(given)}, and ${kind(original)} in ${name}`;
  return [refused(null, { path: pathOf('', [key]), what, hint })];
}
