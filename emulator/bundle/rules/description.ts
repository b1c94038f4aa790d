import { type Limits, limits, limitSource } from '../../platform/limits.ts';
import type { Generation } from '../../platform/generations.ts';
import type { FunctionConfig } from '../../project/config.ts';
import type { Complaint } from './complaint.ts';

const code = 'bad-description';
const path = ['description'];

/** lpf pushes no function without a description, and the platform limits its length. */
export function descriptionRule(
  { description }: FunctionConfig,
  generation: Generation,
  { description: limit }: Limits,
): Complaint[] {
  const source = limits.description.source[generation];
  if (description.trim() === '') {
    const message = `the description is empty, and the platform wants one (${source})`;
    return [{ code, severity: 'error', message, hint: 'say in a few words what the function does', path }];
  }
  if (description.length > limit) {
    const message = `the description has ${description.length} characters; ${generation} takes ${limit} (${limitSource('description', generation, limit)})`;
    return [{ code, severity: 'error', message, hint: 'shorten it', path }];
  }
  // The page says so, yet the CLI pushes other characters without a word.
  const odd = generation === 'v1' ? /[^\p{L}\p{N} ]/u.exec(description)?.[0] : undefined;
  if (odd === undefined) return [];
  const message = `the description holds "${odd}"; v1 documents letters, digits and spaces only (${source})`;
  return [{ code, severity: 'warning', message, hint: 'leave it out if the push is refused', path }];
}
