import { counted } from '../platform/counted.ts';
import { approaches } from './approach.ts';
import type { AnswersRow, CompareReport } from './report.ts';

/** What a comparison came to: what is required has to be met, everything that was asked for to be compared. */
export function verdictOf({
  answers,
  broken,
  requirements,
}: Pick<CompareReport, 'answers' | 'broken' | 'requirements'>): CompareReport['verdict'] {
  const unmet = requirements.filter(({ met }) => !met).map(({ text }) => text);
  const reasons = [
    ...(unmet.length > 0 ? [`not met: ${unmet.join(', ')}`] : []),
    ...(broken.length > 0 ? [`${counted(broken.length, 'file')} cannot be used`] : []),
    ...incomparable(answers),
  ];
  return { pass: reasons.length === 0, reasons };
}

/** Two that only fail do so in the same way, and that says nothing of either. */
function incomparable({ compared, calls, errors }: AnswersRow): string[] {
  if (compared === 0) return ['nothing could be compared'];
  const silent = approaches.filter((each) => calls[each] === errors[each]);
  return silent.length === 0 ? [] : [`no call was answered by the ${silent.join(' or the ')}`];
}
