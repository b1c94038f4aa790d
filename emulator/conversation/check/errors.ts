import type { ErrorEntry, EscalationEntry } from '../../connector/entry.ts';
import { shortCode } from '../../platform/connector-errors.ts';
import { describeText, fitsText, type TextMatcher } from '../match/text.ts';
import type { Expectation } from '../schema/expectation.ts';
import type { Seen } from '../seen.ts';
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

/**
 * What went wrong in a turn although nobody expected it: an error that the turn does not speak of, a message that was
 * dropped, an action or a hook that failed.
 */
export function checkUnexpected(
  expected: Expectation,
  { errors, dropped, actions, hooks, invoked }: Seen,
): Miss[] {
  const speaksOfErrors = expected.error !== undefined || expected.escalated !== undefined;
  if (!speaksOfErrors && errors.length > 0) return [miss('error', errors.map(errorLine))];
  const failedHooks = hooks.filter(({ hook, outcome }) => outcome === 'failed' && !expected.hooks?.[hook]);
  const failedCalls = invoked.filter(({ outcome }) => outcome === 'failed');
  const failedActions = actions.filter(({ outcome }) => outcome === 'failed');
  return [
    ...(speaksOfErrors || failedHooks.length === 0
      ? []
      : [
          miss(
            'hooks',
            failedHooks.map(({ hook, function: name }) => `the ${hook} hook ${name} failed`),
          ),
        ]),
    ...(speaksOfErrors || expected.action !== undefined || failedActions.length === 0
      ? []
      : [
          miss(
            'action',
            failedActions.map(({ action }) => `${action} failed`),
          ),
        ]),
    ...(failedCalls.length === 0
      ? []
      : [
          miss(
            'answer',
            failedCalls.map(({ message = '' }) => message),
          ),
        ]),
    ...(expected.dropped !== undefined || dropped.length === 0
      ? []
      : [
          miss(
            'dropped',
            dropped.map(({ finding }) => finding.message),
          ),
        ]),
  ];
}

function miss(check: string, actual: string[]): Miss {
  return { check, path: [], expected: ['nothing of the kind'], actual };
}

function errorLine({ error, message }: ErrorEntry): string {
  return `${error}: ${message}`;
}
