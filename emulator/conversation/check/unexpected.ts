import type { ActionEntry, HookEntry } from '../../connector/transcript/entry.ts';
import type { Expectation } from '../schema/expectation.ts';
import type { Seen } from '../seen.ts';
import { actionLine } from './action.ts';
import { errorLine } from './errors.ts';
import type { Miss } from './miss.ts';

/** One kind of fault: what a turn has of it that its expectation does not speak of. */
interface Fault {
  check: keyof Expectation;
  unexpected: (seen: Seen, expected: Expectation) => string[];
}

const errors: Fault = {
  check: 'error',
  unexpected: ({ errors: all }, expected) => (speaksOfErrors(expected) ? [] : all.map(errorLine)),
};

/** Looked at where no error stands for what came of it. */
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
