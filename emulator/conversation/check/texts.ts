import { describeText, fitsText, type TextMatcher } from '../match/text.ts';
import type { Miss } from './miss.ts';

/** Whether `there` are the texts that are wanted, all of them in order; one text stands for a list of one. */
export function checkTexts(
  check: string,
  wanted: TextMatcher | readonly TextMatcher[],
  there: readonly string[],
): Miss | undefined {
  const all = isList(wanted) ? wanted : [wanted];
  const wrong = all.findIndex((each, at) => !fits(each, there[at]));
  if (wrong < 0 && all.length === there.length) return undefined;
  return {
    check,
    path: isList(wanted) && wrong >= 0 ? [wrong] : [],
    expected: all.length === 0 ? ['nothing'] : all.map(describeText),
    actual: [...there],
  };
}

function fits(wanted: TextMatcher, there: string | undefined): boolean {
  return there !== undefined && fitsText(wanted, there);
}

function isList(wanted: TextMatcher | readonly TextMatcher[]): wanted is readonly TextMatcher[] {
  return Array.isArray(wanted);
}
