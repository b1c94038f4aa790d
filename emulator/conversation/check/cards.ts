import { mismatchesAt } from '../match/value.ts';
import type { Miss } from './miss.ts';

type Places = Readonly<Record<string, unknown>>;

/** Whether the cards have at each path what is wanted there; one object stands for a list of one. */
export function checkCards(wanted: Places | readonly Places[], there: readonly unknown[]): Miss | undefined {
  const isList = Array.isArray(wanted);
  const all: readonly Places[] = isList ? wanted : [wanted as Places];
  if (all.length !== there.length) {
    const actual = there.map((card) => JSON.stringify(card));
    return {
      check: 'card',
      path: [],
      expected: [count(all.length)],
      actual: [count(there.length), ...actual],
    };
  }
  for (const [index, places] of all.entries()) {
    const wrong = mismatchesAt(there[index], places);
    const [first] = wrong;
    if (first) {
      return {
        check: 'card',
        path: isList ? [index, first.at] : [first.at],
        expected: wrong.map(({ at, wanted: value }) => `${at}: ${JSON.stringify(value)}`),
        actual: wrong.map(({ at, there: value }) => `${at}: ${JSON.stringify(value) ?? 'nothing'}`),
      };
    }
  }
  return undefined;
}

function count(number: number): string {
  return number === 0 ? 'no card' : number === 1 ? 'one card' : `${number} cards`;
}
