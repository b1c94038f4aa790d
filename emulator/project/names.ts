import { limits } from '../platform/limits.ts';

/** The folder in `functions/` that holds shared code and is never a function. */
export const libraryFolder = 'lib';

/**
 * Why the platform would not take `name` for a function, in words; `null` for a good one. The pattern is that of
 * github.com/LivePersonInc/faas-cli, the length that of the limits table.
 */
export function nameFault(name: string): string | null {
  const longest = limits.functionName.v2;
  if (!/^\w+$/.test(name)) return 'holds something other than letters, digits and underscores';
  if (name.length > longest) return `has ${name.length} characters, the platform allows ${longest}`;
  return null;
}
