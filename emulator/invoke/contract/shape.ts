import * as z from 'zod/mini';
import { isObject, pathOf, type Step } from '../../payload/document/path.ts';
import { quote } from './value.ts';

/** One way in which a value misses a shape: where, and in words what is there and what was expected. */
export interface Mismatch {
  steps: Step[];
  what: string;
}

/**
 * How `value`, called `name` in the sentences, misses `schema`; none when it fits. A schema's error messages have to be
 * its expectations, in words that follow "expected": `z.string('a string')`.
 */
export function mismatches(schema: z.ZodMiniType, value: unknown, name: string): Mismatch[] {
  const { success, error } = schema.safeParse(value);
  return success ? [] : error.issues.map((issue) => describe(issue, value, name));
}

function describe(issue: z.core.$ZodIssue, value: unknown, root: string): Mismatch {
  const steps = issue.path.filter((step): step is Step => typeof step !== 'symbol');
  const last = steps.at(-1);
  const name = typeof last === 'string' ? last : pathOf(root, steps);
  const found = steps.reduce<unknown>(inside, value);
  const tooLong = issue.code === 'too_big' && typeof found === 'string';
  const is =
    found === undefined ? 'is missing' : tooLong ? `has ${found.length} characters` : `is ${quote(found)}`;
  return { steps, what: `${name} ${is}, expected ${issue.message}` };
}

function inside(value: unknown, step: Step): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isObject(value) ? value[step] : undefined;
}
