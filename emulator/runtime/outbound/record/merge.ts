import { isDeepStrictEqual } from 'node:util';
import { type Mock, mockName } from '../../../payload/mock/mock.ts';

/** Mocks that answer as the network did, and what they cannot say. */
export interface Merged {
  mocks: Mock[];
  /** Names of requests that got different answers in different calls: only those of the first call are kept. */
  differing: string[];
}

/** What was answered to one request within a call, in order. */
type Answers = Mock[];

/**
 * Makes one list of mocks from those of several calls. The same request, sent again within a call, has its answers in
 * order; each but the last counts how often it came. What asks for more stands before what asks for less, so that no
 * mock takes another's requests.
 */
export function merge(calls: readonly (readonly Mock[])[]): Merged {
  const all = new Map<string, Answers>();
  const differing = new Set<string>();
  for (const call of calls) {
    for (const [key, answers] of grouped(call)) {
      const known = all.get(key);
      const shared = Math.min(known?.length ?? 0, answers.length);
      const alike = answers.slice(0, shared).every((answer, at) => isAlike(answer, known?.[at]));
      if (!alike && known?.[0]) differing.add(mockName(known[0]));
      else if (!known || answers.length > known.length) all.set(key, answers);
    }
  }
  const sequences = [...all.values()].toSorted((one, other) => demands(other) - demands(one));
  return { mocks: sequences.flatMap(inOrder), differing: [...differing] };
}

function grouped(call: readonly Mock[]): Map<string, Answers> {
  const groups = new Map<string, Answers>();
  for (const mock of call) groups.set(keyOf(mock), [...(groups.get(keyOf(mock)) ?? []), mock]);
  return groups;
}

function keyOf({ method, url, query, requestBody }: Mock): string {
  return JSON.stringify([method, url, query, requestBody]);
}

/** Headers hold what is new each time: ids, times, counters. */
function isAlike(one: Mock, other: Mock | undefined): boolean {
  const { headers: _one, ...first } = one;
  const { headers: _other, ...second } = other ?? one;
  return isDeepStrictEqual(first, second);
}

/** How much a request must have for a mock to answer it. */
function demands([mock]: Answers): number {
  return JSON.stringify([mock?.query, mock?.requestBody]).replaceAll('"*"', '').replaceAll('null', '').length;
}

function inOrder(answers: Answers): Mock[] {
  const runs: { mock: Mock; times: number }[] = [];
  for (const mock of answers) {
    const last = runs.at(-1);
    if (last && isAlike(last.mock, mock)) last.times += 1;
    else runs.push({ mock, times: 1 });
  }
  return runs.map(({ mock, times }, at) => (at === runs.length - 1 ? mock : { ...mock, times }));
}
