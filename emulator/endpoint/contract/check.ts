import type * as z from 'zod/mini';
import { isObject, kindOf } from './json.ts';

/** One thing wrong with a message of the wire: where, such as `response[2].data.seconds` (`''`: all of it), and what. */
export interface Complaint {
  path: string;
  message: string;
}

/** A message that has been checked: its value, or everything that is wrong with it. */
export type Checked<Value> =
  { ok: true; value: Value } | { ok: false; complaints: readonly [Complaint, ...Complaint[]] };

/** Checks `value` against a schema whose messages are expectations, in words that follow "expected". */
export function check<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): Checked<z.output<Schema>> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return { ok: true, value: data };
  const [first, ...more] = error.issues.map((issue) => complaintOf(issue, value));
  return { ok: false, complaints: [first ?? { path: '', message: 'it cannot be read' }, ...more] };
}

function complaintOf(issue: z.core.$ZodIssue, root: unknown): Complaint {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'custom') return { path: pathOf(path), message: issue.message };
  const found = path.reduce<unknown>(inside, root);
  const is = found === undefined ? 'is missing' : `is ${quote(found)}`;
  const last = path.at(-1);
  const name = typeof last === 'string' ? last : pathOf(path) || 'the body';
  return { path: pathOf(path), message: `${name} ${is}, expected ${issue.message}` };
}

/** A path as people write it. */
function pathOf(path: readonly (string | number)[]): string {
  return path.map((step, at) => stepOf(step, at === 0)).join('');
}

function stepOf(step: string | number, first: boolean): string {
  if (typeof step === 'number') return `[${step}]`;
  if (!/^[\w$-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
  return first ? step : `.${step}`;
}

function inside(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

const longest = 60;

function quote(value: unknown): string {
  if (typeof value === 'object' || value === undefined) return kindOf(value);
  const text = JSON.stringify(value) ?? kindOf(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
