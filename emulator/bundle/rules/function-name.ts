import type { FunctionConfig } from '../../project/config.ts';
import type { Limits } from '../../platform/limits.ts';
import { badName, nameFault } from '../../project/names.ts';
import type { Complaint } from './complaint.ts';

/** A name that the platform does not take. */
export function nameRule({ name }: FunctionConfig, { functionName: longest }: Limits): Complaint[] {
  const fault = nameFault(name, longest);
  return fault === null ? [] : [{ ...badName(name, fault), path: ['name'] }];
}
