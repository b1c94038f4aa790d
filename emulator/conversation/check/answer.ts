import { formatPath } from '../../payload/document/path.ts';
import { mismatch } from '../match/value.ts';
import type { Miss } from './miss.ts';

/** Whether a function answered what is wanted. */
export function checkAnswer(wanted: unknown, there: unknown): Miss | undefined {
  const wrong = mismatch(there, wanted);
  if (!wrong) return undefined;
  const at = wrong.path.length > 0 ? `${formatPath(wrong.path)}: ` : '';
  return {
    check: 'answer',
    path: wrong.path,
    expected: [`${at}${JSON.stringify(wrong.wanted)}`],
    actual: [`${at}${JSON.stringify(wrong.there) ?? 'nothing'}`],
  };
}
