import type { Finding } from '../errors.ts';
import { limits } from '../platform/limits.ts';

/** The folder in `functions/` that holds shared code and is never a function. */
export const libraryFolder = 'lib';

/**
 * Why the platform would not take `name` for a function, in words; `null` for a good one. The pattern is that of
 * github.com/LivePersonInc/faas-cli, the length that of the limits table where no other is given.
 */
export function nameFault(name: string, longest: number = limits.functionName.v2): string | null {
  if (name === '') return 'is empty';
  if (!/^\w+$/.test(name)) return 'holds something other than letters, digits and underscores';
  if (name.length > longest) return `has ${name.length} characters, the platform allows ${longest}`;
  return null;
}

/** The complaint about a name of which `nameFault` says `fault`. */
export function badName(
  name: string,
  fault: string,
): Pick<Finding, 'code' | 'severity' | 'message' | 'hint'> {
  return {
    code: 'bad-function-name',
    severity: 'error',
    message: `the platform does not take "${name}" as a function name: it ${fault}`,
    hint: 'rename the folder, and "name" in its config.json with it',
  };
}

/** Whether a folder of that name in `functions/` is never a function, whatever it holds. */
export function isNoFunction(folder: string): boolean {
  return folder === libraryFolder || /^[._]/.test(folder);
}

/** Why a new function cannot have that name, in words; `null` for a good one. */
export function newNameFault(name: string): string | null {
  const reserved =
    name === libraryFolder
      ? 'is the folder of shared code'
      : 'starts with an underscore, as folders do that are no function';
  return nameFault(name) ?? (isNoFunction(name) ? reserved : null);
}
