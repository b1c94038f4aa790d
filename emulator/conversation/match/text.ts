import { fits } from '../../payload/mock/pattern.ts';
import { isObject } from '../../payload/document/path.ts';
import { expressionIn, isFound } from './expression.ts';

/**
 * What a text must be: the text itself, in which `*` stands for any run of characters; an expression such as
 * `/total: \d+/i` that is found in it; one of several; or exactly a text, stars and slashes included.
 */
export type TextMatcher = string | { oneOf?: readonly string[] | undefined; exactly?: string | undefined };

/** Whether `value` is a matcher that is no plain text. */
export function isChoice(value: unknown): value is Exclude<TextMatcher, string> {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'oneOf' || keys[0] === 'exactly');
}

/** Whether `text` is what `wanted` says. Throws `bad-conversation` for an expression that takes too long. */
export function fitsText(wanted: TextMatcher, text: string): boolean {
  if (typeof wanted !== 'string') {
    const { exactly: whole, oneOf = [] } = wanted;
    return whole === undefined ? oneOf.some((each) => fitsText(each, text)) : whole === text;
  }
  const expression = expressionIn(wanted);
  return expression ? isFound(expression, text) : fits(wanted, text);
}

/** A matcher as a failure shows it. */
export function describeText(wanted: TextMatcher): string {
  if (typeof wanted === 'string') return wanted;
  const { exactly: whole, oneOf = [] } = wanted;
  return whole === undefined ? `one of: ${oneOf.join(' | ')}` : `exactly ${whole}`;
}

/** The text in a form that matches it and nothing else. */
export function exactly(text: string): TextMatcher {
  return text.includes('*') || /^\/.+\/[a-z]*$/s.test(text) ? { exactly: text } : text;
}
