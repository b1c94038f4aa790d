import type { ActionEntry, ErrorEntry, EscalationEntry, HookEntry } from '../../connector/entry.ts';
import { shortCode } from '../../platform/connector-errors.ts';
import { describeText, fitsText, type TextMatcher } from '../match/text.ts';
import type { Expectation } from '../schema/expectation.ts';
import type { Seen } from '../seen.ts';
import { actionLine } from './action.ts';
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

/** One kind of fault: what a turn has of it that its expectation does not speak of. */
interface Fault {
  check: keyof Expectation;
  unexpected: (seen: Seen, expected: Expectation) => string[];
}

const errors: Fault = {
  check: 'error',
  unexpected: ({ errors: all }, expected) => (speaksOfErrors(expected) ? [] : all.map(errorLine)),
};

/** An error comes of each of these as well, or makes no difference to them. */
const faults: readonly Fault[] = [
  {
    check: 'hooks',
    unexpected: ({ hooks }, expected) => hooks.filter((each) => isUnexpected(each, expected)).map(hookLine),
  },
  {
    check: 'action',
    unexpected: ({ actions }, expected) =>
      speaksOfErrors(expected) || expected.action !== undefined
        ? []
        : actions.flatMap(({ action, outcome }) => (outcome === 'failed' ? [`${action} failed`] : [])),
  },
  {
    check: 'action',
    unexpected: ({ actions }, { action: wanted }) =>
      typeof wanted === 'object' && wanted.outcome === 'ignored' ? [] : actions.flatMap(ignoredLines),
  },
  {
    check: 'answer',
    unexpected: ({ invoked }) =>
      invoked.flatMap(({ outcome, message = '' }) => (outcome === 'failed' ? [message] : [])),
  },
  {
    check: 'dropped',
    unexpected: ({ dropped }, expected) =>
      expected.dropped === undefined ? dropped.map(({ finding }) => finding.message) : [],
  },
];

/**
 * What went wrong in a turn although nobody expected it: an error that the turn does not speak of, a message that was
 * dropped, an action that failed or was ignored, a hook that failed. An error stands for all that came of it.
 */
export function checkUnexpected(expected: Expectation, seen: Seen): Miss[] {
  const found = missesOf(errors, expected, seen);
  return found.length > 0 ? found : faults.flatMap((fault) => missesOf(fault, expected, seen));
}

function missesOf({ check, unexpected }: Fault, expected: Expectation, seen: Seen): Miss[] {
  const actual = unexpected(seen, expected);
  return actual.length > 0 ? [{ check, path: [], expected: ['nothing of the kind'], actual }] : [];
}

function speaksOfErrors({ error, escalated }: Expectation): boolean {
  return error !== undefined || escalated !== undefined;
}

/** A pre or post hook that fails leads to an error, and whoever speaks of that knows; the error hook comes after it. */
function isUnexpected({ hook, outcome }: HookEntry, expected: Expectation): boolean {
  if (outcome !== 'failed' || expected.hooks?.[hook] !== undefined) return false;
  return hook === 'error' || !speaksOfErrors(expected);
}

function hookLine({ hook, function: name, record }: HookEntry): string {
  const why = record?.error?.message;
  return `the ${hook} hook ${name} failed${why === undefined ? '' : `: ${why}`}`;
}

function ignoredLines(entry: ActionEntry): string[] {
  if (entry.outcome !== 'ignored') return [];
  return [actionLine(entry), ...(entry.findings ?? []).map(({ message }) => message)];
}

function errorLine({ error, message }: ErrorEntry): string {
  return `${error}: ${message}`;
}
