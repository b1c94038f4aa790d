import type * as z from 'zod/mini';
import { isObject } from '../document/path.ts';

const names: Partial<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  nonoptional: 'is missing',
};

/** What an issue says that there should be, in words; that something is missing where anything would do. */
export function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return names[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return oneOf(issue.values);
  if (issue.code === 'invalid_union' && 'options' in issue) return oneOf(issue.options ?? []);
  if (issue.code === 'invalid_union') return [...new Set(issue.errors.flat().map(expectation))].join(' or ');
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  if (issue.code !== 'too_small') return issue.message;
  return issue.origin === 'string' ? 'text that is not empty' : `at least ${issue.minimum}`;
}

function oneOf(values: readonly z.core.util.Primitive[]): string {
  return values.length > 1 ? `one of ${values.join(', ')}` : JSON.stringify(values[0]);
}

/** What a value is, in words. */
export function what(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  if (typeof value !== 'string') return JSON.stringify(value);
  return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
}
