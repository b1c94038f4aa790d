import { shortCode } from '../../platform/connector-errors.ts';
import { formatPath, isObject, type Path } from '../../payload/document/path.ts';
import { exactly, type TextMatcher } from '../match/text.ts';
import type { PlayedTurn } from '../played-turn.ts';
import { expectation, type Expectation } from '../schema/expectation.ts';
import { seenIn } from '../seen.ts';
import { nameVolatile } from '../volatile.ts';

/** The expectation that a turn meets which went as this one did; `undefined` where nothing came of it. */
export function expectationFrom(
  { entries, standing }: PlayedTurn,
  id: string,
  stateBefore: string,
): Expectation | undefined {
  const seen = seenIn(entries);
  const text = (value: string): TextMatcher => textFrom(value, id);
  const { texts, quickReplies, cards, notes, delays, connectorTexts, actions } = seen;
  const expected = {
    ...(texts.length > 0 && { says: oneOrAll(texts.map(text)) }),
    ...(quickReplies.length > 0 && { quickReplies: quickReplies.map(text) }),
    ...(cards.length > 0 && { card: oneOrAll(cards.map((card) => placesIn(card, text))) }),
    ...(notes.length > 0 && { note: oneOrAll(notes.map(text)) }),
    ...(entries.some(({ kind }) => kind === 'bot-silent') && { silent: true }),
    ...(delays.length > 0 && { delay: oneOrAll(delays.map((time) => time / 1_000)) }),
    ...(connectorTexts.length > 0 && { connector: oneOrAll(connectorTexts.map(text)) }),
    ...(actions[0] && { action: actionFrom(actions[0], text) }),
    ...(seen.invoked[0]?.answer !== undefined && { answer: matching(seen.invoked[0].answer, text) }),
    ...troubleIn(seen),
    ...hooksIn(seen),
    ...(standing.state !== stateBefore && { state: standing.state }),
  };
  const said = Object.entries(expected).filter(isSayable);
  return said.length > 0 ? (Object.fromEntries(said) as Expectation) : undefined;
}

/** A bot may answer with more than a file can say, such as a pause of months or a skill that is a number. */
function isSayable([key, value]: [string, unknown]): boolean {
  return expectation.safeParse({ [key]: value }).success;
}

const volatile = /<(?:conversation|id \d+)>/;

/** Where another id may stand each time, any text may; stars that are text are told from those by an expression. */
function textFrom(value: string, id: string): TextMatcher {
  const named = String(nameVolatile(value, id));
  if (named === value) return exactly(value);
  const parts = named.split(volatile);
  if (!/^\/|\*/.test(value)) return parts.join('*');
  return `/^${parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('.*')}$/s`;
}

/** A value that only the same value matches. */
function matching(value: unknown, text: (value: string) => TextMatcher): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((each) => matching(each, text));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, matching(each, text)]));
}

function oneOrAll<Value>(values: Value[]): Value | Value[] {
  return values.length === 1 && values[0] !== undefined ? values[0] : values;
}

/** What a consumer reads on a card, by path. */
function placesIn(card: unknown, text: (value: string) => TextMatcher): Record<string, TextMatcher> {
  const places: Record<string, TextMatcher> = {};
  const walk = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) value.forEach((each, at) => walk(each, [...path, at]));
    if (!isObject(value)) return;
    for (const key of ['text', 'title']) {
      const words = value[key];
      if (typeof words === 'string') places[formatPath([...path, key])] = text(words);
    }
    walk(value['elements'], [...path, 'elements']);
  };
  walk(card, []);
  return places;
}

/** What an expectation of an action has beside its parameters. */
const ours = ['name', 'outcome'];

function actionFrom(
  { action, parameters, outcome }: ReturnType<typeof seenIn>['actions'][number],
  text: (value: string) => TextMatcher,
): unknown {
  const own = Object.entries(parameters)
    .map(([key, value]): [string, unknown] => [key, matching(value, text)])
    .filter(([key, value]) => !ours.includes(key) && isSayable(['action', { name: action, [key]: value }]));
  if (own.length === 0 && outcome === 'done') return action;
  const rest = Object.fromEntries(own);
  return { name: action, ...rest, ...(outcome !== 'done' && { outcome }) };
}

function troubleIn({ errors, escalations, dropped }: ReturnType<typeof seenIn>): Partial<Expectation> {
  const [escalation] = escalations;
  const [error] = errors;
  return {
    ...(escalation && { escalated: escalation.code === null ? true : shortCode(escalation.code) }),
    ...(error && !escalation && { error: error.error }),
    ...(dropped.length > 0 && { dropped: true }),
  };
}

function hooksIn({ hooks }: ReturnType<typeof seenIn>): Partial<Expectation> {
  if (hooks.length === 0) return {};
  return { hooks: Object.fromEntries(hooks.map(({ hook, outcome }) => [hook, outcome])) };
}

/** The state that a conversation is in before its first entry. */
export const stateAtFirst: string = 'new';
