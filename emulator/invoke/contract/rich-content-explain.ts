import { clickActionTypes, elementTypes, rendererOnlyTypes } from '../../platform/rich-content-types.ts';
import { didYouMean } from '../../platform/suggest.ts';
import { isObject, type Step } from '../../payload/document/path.ts';
import { deepest, expectation } from './rich-content-errors.ts';
import type { RawError } from './rich-content-errors.ts';
import { parts } from './rich-content-parts.ts';
import type { Part } from './rich-content-parts.ts';
import { originalSteps } from './rich-content-steps.ts';
import type { StepsOf } from './rich-content-steps.ts';
import { kind, quote } from './value.ts';
import type { JsonObject } from './value.ts';

/** The validator gives a text instead of a list where it stumbled before it could validate. */
export type RawErrors = RawError[] | string | null | undefined;

/** Why rich content is refused: where, what, and whether the platform might take it all the same. */
export interface Explanation {
  steps: readonly Step[];
  what: string;
  doubt: boolean;
}

/**
 * The one useful reason among the validator's many: for a single misspelt word it lists each kind of card, element and
 * action that the content is not either (29 entries for one wrong action). `copy` is what the validator got and sorted.
 */
export function explain(
  content: JsonObject,
  copy: JsonObject,
  errors: RawErrors,
  stepsOf: StepsOf,
): Explanation {
  for (const part of parts(content)) {
    const strange = strangePart(part);
    if (strange) return strange;
  }
  if (!Array.isArray(errors)) return unsorted(content, errors ?? 'the content does not fit the web channel');
  const error = deepest(errors);
  if (!error) return { steps: [], what: 'the content does not fit the web channel', doubt: false };
  const { steps, what } = expectation(error);
  return { steps: originalSteps(copy, steps, stepsOf), what, doubt: false };
}

/** What is wrong with an element or action in itself: it is no object, or of a type that nobody knows. */
function strangePart({ role, value, steps }: Part): Explanation | undefined {
  if (!isObject(value)) {
    return { steps, what: `the ${role} is ${kind(value)}, expected an object`, doubt: false };
  }
  const { type, elements } = value;
  if (type === undefined && role === 'element' && (elements !== undefined || steps.length === 0)) {
    return { steps: [...steps, 'type'], what: 'type is missing', doubt: false };
  }
  const types = role === 'action' ? clickActionTypes : elementTypes;
  if (typeof type !== 'string' || types.includes(type) || type === 'quickReplies') return undefined;
  const at = [...steps, 'type'];
  if (rendererOnlyTypes.includes(type)) {
    const what = `a ${type} cannot be checked: LivePerson's renderer has it, its validator has not`;
    return { steps: at, what, doubt: true };
  }
  const near = didYouMean(type, [...types, ...rendererOnlyTypes]) || ` Known are ${types.join(', ')}`;
  const what = `${quote(type)} is no ${role} of the web channel.${near}`;
  return { steps: at, what, doubt: false };
}

/**
 * The validator sorts a card before it validates, and stumbles over what it cannot sort: lists that are none, and types
 * that its own schema allows in a card but its sorter does not, which leaves a doubt.
 */
function unsorted(content: JsonObject, text: string): Explanation {
  for (const { value, steps } of parts(content)) {
    if (!isObject(value) || value['elements'] === undefined || Array.isArray(value['elements'])) continue;
    const what = `elements is ${kind(value['elements'])}, expected an array`;
    return { steps: [...steps, 'elements'], what, doubt: false };
  }
  const type = /unknown type '(\w+)'/.exec(text)?.[1];
  const part = [...parts(content)].find(({ value }) => isObject(value) && value['type'] === type);
  if (type === undefined || !part) return { steps: [], what: text, doubt: false };
  const what = `a ${type} inside a card cannot be checked: the validator's schema has it, its sorter has not`;
  return { steps: [...part.steps, 'type'], what, doubt: true };
}
