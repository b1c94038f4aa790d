import type { ConversationState } from '../../connector/session/conversation.ts';
import type { Assignee } from '../../connector/transcript/entry.ts';
import { timeOf } from '../../connector/settings/read-settings.ts';
import { isEmulatorError } from '../../errors.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import { describeText, fitsText, type TextMatcher } from '../match/text.ts';
import type { Expectation } from '../schema/expectation.ts';
import type { Seen } from '../seen.ts';
import { checkAction } from './action.ts';
import { checkAmong } from './among.ts';
import { checkCards } from './cards.ts';
import { checkError, checkEscalation } from './errors.ts';
import type { Miss } from './miss.ts';
import { checkAnswer } from './answer.ts';
import { calls, logs, writes } from './sorts.ts';
import { checkTexts } from './texts.ts';
import { checkUnexpected } from './unexpected.ts';

/** How a conversation stands at the end of a turn. */
export interface Standing {
  state: ConversationState;
  assignee: Assignee;
}

type Given<Key extends keyof Expectation> = NonNullable<Expectation[Key]>;

/** For each key of an expectation how it is held against what was seen. */
const checks: {
  [Key in keyof Expectation]-?: (wanted: Given<Key>, seen: Seen, standing: Standing) => Miss | undefined;
} = {
  says: (wanted, { texts }) => checkTexts('says', wanted, texts),
  quickReplies: (wanted, { quickReplies }) => checkTexts('quickReplies', wanted, quickReplies),
  card: (wanted, { cards }) => checkCards(wanted, cards),
  note: (wanted, { notes }) => checkTexts('note', wanted, notes),
  silent: checkSilent,
  delay: (wanted, { delays }) => checkDelays(wanted, delays),
  connector: (wanted, { connectorTexts }) => checkTexts('connector', wanted, connectorTexts),
  action: (wanted, { actions }) => checkAction(wanted, actions),
  escalated: (wanted, { escalations }) => checkEscalation(wanted, escalations),
  error: (wanted, { errors }) => checkError(wanted, errors),
  dropped: checkDropped,
  hooks: checkHooks,
  calls: (wanted, { records }) => checkAmong(calls, wanted, of(records, 'calls')),
  logs: (wanted, { records }) => checkAmong(logs, wanted, of(records, 'logs')),
  writes: (wanted, { records }) => checkAmong(writes, wanted, of(records, 'services')),
  answer: (wanted, { invoked }) => checkAnswer(wanted, invoked.at(-1)?.answer),
  within: (wanted, { took }) =>
    took <= timeOf(wanted) ? undefined : single('within', `at most ${wanted}`, `${Math.round(took)} ms`),
  state: (wanted, _, { state }) => (wanted === state ? undefined : single('state', wanted, state)),
  assigned: (wanted, _, { assignee }) =>
    checkOne('assigned', wanted, assignee.type === 'nobody' ? 'nobody' : assignee.name),
  skill: (wanted, { assignments }) => checkOne('skill', wanted, assignments.at(-1)?.skill),
};

/** Everything that an expectation says and that did not come, and every fault that it does not speak of. */
export function checkTurn(expected: Expectation, seen: Seen, standing: Standing): Miss[] {
  const own = (Object.keys(checks) as (keyof Expectation)[]).flatMap((key) => {
    const wanted = expected[key];
    if (wanted === undefined) return [];
    const check = checks[key] as (wanted: unknown, seen: Seen, standing: Standing) => Miss | undefined;
    return attempt(key, () => check(wanted, seen, standing)) ?? [];
  });
  return [...checkUnexpected(expected, seen), ...own];
}

/** An expression that takes too long is the fault of the one expectation that it stands in. */
function attempt(key: keyof Expectation, check: () => Miss | undefined): Miss | undefined {
  try {
    return check();
  } catch (error) {
    if (!isEmulatorError(error)) throw error;
    const { message, hint } = error.finding;
    return { check: key, path: [], expected: ['to be possible'], actual: [message, hint] };
  }
}

function checkSilent(wanted: boolean, { texts, cards, notes }: Seen): Miss | undefined {
  const said = [...texts, ...cards.map((card) => JSON.stringify(card)), ...notes];
  if (wanted === (said.length === 0)) return undefined;
  return {
    check: 'silent',
    path: [],
    expected: [wanted ? 'nothing is said' : 'something is said'],
    actual: said,
  };
}

function checkDelays(wanted: Given<'delay'>, there: readonly number[]): Miss | undefined {
  const all = (Array.isArray(wanted) ? wanted : [wanted]).map(timeOf);
  const same = all.length === there.length && all.every((each, at) => each === there[at]);
  return same
    ? undefined
    : { check: 'delay', path: [], expected: all.map(seconds), actual: there.map(seconds) };
}

function checkDropped(wanted: Given<'dropped'>, { dropped }: Seen): Miss | undefined {
  const actual = dropped.map(({ finding }) => finding.message);
  const met =
    typeof wanted === 'boolean'
      ? wanted === actual.length > 0
      : actual.some((each) => fitsText(wanted, each));
  if (met) return undefined;
  const expected = typeof wanted === 'boolean' ? (wanted ? 'a message' : 'nothing') : describeText(wanted);
  return { check: 'dropped', path: [], expected: [expected], actual };
}

function checkHooks(wanted: Given<'hooks'>, { hooks }: Seen): Miss | undefined {
  for (const [hook, outcome] of Object.entries(wanted)) {
    const there = hooks.filter((each) => each.hook === hook).map((each) => each.outcome as string);
    if (outcome === undefined) continue;
    const met = outcome === 'not called' ? there.length === 0 : there.includes(outcome);
    const actual = there.join(', ') || 'not called';
    if (!met) return { ...single('hooks', `${hook}: ${outcome}`, `${hook}: ${actual}`), path: [hook] };
  }
  return undefined;
}

function checkOne(check: string, wanted: TextMatcher, there: string | undefined): Miss | undefined {
  const fits = there !== undefined && fitsText(wanted, there);
  return fits ? undefined : single(check, describeText(wanted), there ?? 'none');
}

function single(check: string, expected: string, actual: string): Miss {
  return { check, path: [], expected: [expected], actual: [actual] };
}

function of<Key extends 'calls' | 'logs' | 'services'>(
  records: readonly InvocationRecord[],
  key: Key,
): InvocationRecord[Key][number][] {
  return records.flatMap((record): InvocationRecord[Key][number][] => record[key]);
}

function seconds(time: number): string {
  return `${time / 1_000} s`;
}
