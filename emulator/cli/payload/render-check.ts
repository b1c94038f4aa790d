import type { ProjectCheck } from '../../payload/check-project.ts';
import { brush } from '../../report/colour.ts';
import { countedIfAny } from '../../platform/counted.ts';
import { findingLines } from '../../report/details.ts';

/** The findings one after the other, and a closing line of totals. */
export function renderCheck({ payloads, fragments, findings }: ProjectCheck, colour: boolean): string {
  const paint = brush(colour);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const told = findings.flatMap((finding) => [...findingLines(finding, paint), '']);
  const faults = [countedIfAny(errors, 'error'), countedIfAny(warnings, 'warning')]
    .filter(Boolean)
    .join(', ');
  const amount = `${countedIfAny(payloads, 'payload') || 'no payloads'} and ${countedIfAny(fragments, 'fragment') || 'no fragments'}`;
  return [...told, `${amount} of this project: ${faults || 'all good'}`, ''].join('\n');
}
