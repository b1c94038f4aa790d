import type * as z from 'zod/mini';
import { suggest } from '../../platform/suggest.ts';
import type { Complaint } from './complaint.ts';
import { knownKeys, unknownKeys } from './known-keys.ts';
import { formatPath, type Path, valueAt } from '../document/path.ts';
import { expectation, what } from './words.ts';

/** What `schema` has against `value`, in words: what was expected, what is there, which key was probably meant. */
export function explain(schema: z.ZodMiniType, value: unknown): Complaint[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  return withoutFollowing(parsed.error.issues).flatMap((issue) => say(issue, schema, value));
}

/** Where a key is unknown, what is said of its object as a whole follows from that. */
function withoutFollowing(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const strange = new Set(
    issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => path.join('\n')),
  );
  return issues.filter(({ code, path }) => code !== 'custom' || !strange.has(path.join('\n')));
}

function say(issue: z.core.$ZodIssue, schema: z.ZodMiniType, value: unknown): Complaint[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...path, key], knownKeys(schema, path)));
  }
  const there = valueAt(value, path);
  const inner = issue.code === 'invalid_union' ? deeper(issue, there) : undefined;
  if (inner)
    return inner.flatMap((each) => say({ ...each, path: [...issue.path, ...each.path] }, schema, value));
  const expected = expectation(issue);
  if (there === undefined && path.length) return [missing(path, expected, schema, value)];
  const name = path.length ? formatPath(path) : 'it';
  const message = sentence(issue, name, there);
  return [{ path, at: path, spot: 'value', message, hint: meant(issue, there), severity: 'error' }];
}

/** The issues of the one form that a list has where it may have several, when only an entry of it is wrong. */
function deeper({ errors }: z.core.$ZodIssueInvalidUnion, there: unknown): z.core.$ZodIssue[] | undefined {
  if (!Array.isArray(there)) return undefined;
  return errors.find((issues) => issues.every(({ path }) => path.length > 0));
}

function sentence(issue: z.core.$ZodIssue, name: string, there: unknown): string {
  const expected = expectation(issue);
  if (issue.code === 'custom') return `${name} ${expected}`;
  const isCount = issue.code === 'too_big' || issue.code === 'too_small';
  if (!isCount || !Array.isArray(there)) return `${name} must be ${expected}, it is ${what(there)}`;
  return `${name} must have ${expected} entries, it has ${there.length === 0 ? 'none' : there.length}`;
}

function unknownKey(path: Path, known: string[]): Complaint {
  const near = suggest(String(path.at(-1)), known);
  const hint = near === undefined ? `the keys here are ${known.join(', ')}` : `did you mean "${near}"?`;
  return {
    path,
    at: path,
    spot: 'key',
    message: `${formatPath(path)} is not a known key`,
    hint,
    severity: 'error',
  };
}

function missing(path: Path, expected: string, schema: z.ZodMiniType, value: unknown): Complaint {
  const parent = path.slice(0, -1);
  const strangers = unknownKeys(valueAt(value, parent), knownKeys(schema, parent));
  const near = suggest(String(path.at(-1)), strangers);
  const message = `${formatPath(path)} ${expected.startsWith('is missing') ? expected : `is missing, it must be ${expected}`}`;
  if (near === undefined) return { path, at: parent, spot: 'value', message, hint: null, severity: 'error' };
  const hint = `"${near}" stands there: did you mean "${String(path.at(-1))}"?`;
  return { path, at: [...parent, near], spot: 'key', message, hint, severity: 'error' };
}

function meant(issue: z.core.$ZodIssue, there: unknown): string | null {
  if (['number', 'boolean'].includes(typeof there) && wantsText(issue))
    return `put it in quotes: "${String(there)}"`;
  if (issue.code !== 'invalid_value' || typeof there !== 'string') return null;
  const near = suggest(there, issue.values.map(String));
  return near === undefined ? null : `did you mean "${near}"?`;
}

/** Whether text would do, and nothing that was tried is content with the kind of what is there. */
function wantsText(issue: z.core.$ZodIssue): boolean {
  if (issue.code !== 'invalid_union') return issue.code === 'invalid_type' && issue.expected === 'string';
  const forms = issue.errors.flat();
  return forms.every(({ code }) => /^invalid_(type|union)$/.test(code)) && forms.some(wantsText);
}
