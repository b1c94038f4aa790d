import type { Finding } from '../errors.ts';

/**
 * A request that the imitated account refuses for want of what the real one may have: the function may be right, and
 * then `wanted` is what `account.yaml` lacks.
 */
export function notInAccount(what: string, wanted: string): Finding {
  return {
    code: 'not-in-account',
    severity: 'warning',
    message: `the imitated account has no ${what}`,
    hint: `if the real account has it, write into account.yaml: ${wanted}`,
  };
}
