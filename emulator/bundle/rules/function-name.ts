import type { FunctionConfig } from '../../project/config.ts';
import type { Limits } from '../../platform/limits.ts';
import { nameFault } from '../../project/names.ts';
import type { Complaint } from './complaint.ts';

/** A name that the platform does not take. */
export function nameRule({ name }: FunctionConfig, { functionName: longest }: Limits): Complaint[] {
  const fault = nameFault(name, longest);
  if (fault === null) return [];
  return [
    {
      code: 'bad-function-name',
      severity: 'error',
      message: `the platform does not take "${name}" as a function name: it ${fault}`,
      hint: 'rename the folder, and "name" in its config.json with it',
      path: ['name'],
    },
  ];
}
