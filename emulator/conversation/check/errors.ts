import type { ErrorEntry, EscalationEntry } from '../../connector/transcript/entry.ts';
import { shortCode } from '../../platform/connector-errors.ts';
import { describeText, fitsText, type TextMatcher } from '../match/text.ts';
import type { Expectation } from '../schema/expectation.ts';
import type { Miss } from './miss.ts';

/** Whether the conversation was escalated, and why. */
export function checkEscalation(
  wanted: NonNullable<Expectation['escalated']>,
  there: readonly EscalationEntry[],
): Miss | undefined {
  const actual = there.map(
    ({ code, skill }) => `${code === null ? 'without an error' : shortCode(code)}, to ${skill}`,
  );
  return checkCode(
    'escalated',
    wanted,
    there.map(({ code }) => code),
    actual,
  );
}

/** Whether there was an error, and which. */
export function checkError(
  wanted: NonNullable<Expectation['error']>,
  there: readonly ErrorEntry[],
): Miss | undefined {
  return checkCode(
    'error',
    wanted,
    there.map(({ code }) => code),
    there.map(errorLine),
  );
}

function checkCode(
  check: string,
  wanted: boolean | TextMatcher,
  codes: readonly (string | null)[],
  actual: string[],
): Miss | undefined {
  if (typeof wanted === 'boolean') {
    return wanted === codes.length > 0
      ? undefined
      : { check, path: [], expected: [wanted ? 'yes' : 'no'], actual };
  }
  const told = codes.flatMap((code) => (code === null ? [] : [code, shortCode(code)]));
  if (told.some((code) => fitsText(wanted, code))) return undefined;
  return { check, path: [], expected: [describeText(wanted)], actual };
}

/** An error in one line. */
export function errorLine({ error, message }: ErrorEntry): string {
  return `${error}: ${message}`;
}
