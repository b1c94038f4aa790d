import type { CompareReport } from '../../compare/report.ts';
import type { Style } from '../colour.ts';
import { counted } from '../../platform/counted.ts';

/** What a comparison came to in a few words, and the look of them. */
export interface Closing {
  style: Style;
  text: string;
  /** What is to be read beside it. */
  rest: string[];
}

/** The last line of a report, and the first of a page: different answers are no failure, and no success either. */
export function closingOf({ verdict, answers }: Pick<CompareReport, 'verdict' | 'answers'>): Closing {
  const same = `${answers.same} of ${counted(answers.compared, 'conversation')} the same`;
  if (!verdict.pass) return { style: 'bad', text: `✗ ${verdict.reasons.join('; ')}`, rest: [same] };
  return answers.different > 0
    ? { style: 'doubtful', text: `! ${same}`, rest: [] }
    : { style: 'good', text: `✓ ${same}`, rest: [] };
}
