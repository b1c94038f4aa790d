import { approaches } from '../../compare/approach.ts';
import type { CompareReport, ConversationRow } from '../../compare/report.ts';
import { counted } from '../../platform/counted.ts';
import { duration } from '../duration.ts';
import { timeCell } from './figures.ts';
import type { FaultEnd } from '../../compare/faults/row.ts';
import type { Section, SectionCell, SectionRow } from './section.ts';

const left = (heading: string) => ({ heading, align: 'left' }) as const;

/** Whether each conversation went the same way. */
export function answersSection({
  conversations,
  excluded,
  answers,
}: Pick<CompareReport, 'conversations' | 'excluded' | 'answers'>): Section {
  const files = new Set([...conversations, ...excluded].map(({ file }) => file));
  const place = (file: string): SectionCell[] => (files.size > 1 ? [{ text: file, style: 'faint' }] : []);
  return {
    id: 'answers',
    title: files.size > 1 ? 'Answers' : ['Answers', ...files].join(': '),
    columns: [left('conversation'), ...(files.size > 1 ? [left('file')] : []), left('answers')],
    rows: [
      ...conversations.map((row) => ({
        id: row.id,
        cells: [{ text: row.name }, ...place(row.file), outcomeCell(row)],
      })),
      ...excluded.map(({ id, name, file, reason }) => ({
        id,
        cells: [{ text: name }, ...place(file), { text: `not compared: ${reason}` }],
      })),
    ],
    notes: [
      `${answers.same} of ${counted(answers.compared, 'conversation')} the same; calls that failed: ${approaches
        .map((each) => `${each} ${answers.errors[each]} of ${answers.calls[each]}`)
        .join(', ')}`,
      ...(approaches.some((each) => answers.errors[each] > 0) ? [codesDiffer] : []),
    ],
  };
}

const codesDiffer =
  'the code of a bot that gives no answer differs by approach, aivendor.faas.… or aivendor.custom-endpoint.…, and is no difference of answers';

function outcomeCell({ same, strayed, turns }: ConversationRow): SectionCell {
  const own =
    strayed.function > 0 ? `; the function strays from itself in ${counted(strayed.function, 'play')}` : '';
  if (same) return { text: `the same${own}`, style: own === '' ? 'good' : 'doubtful' };
  const places = turns.map(({ turn }) => turn).join(', ');
  return {
    text: `different in turn ${places}, ${strayed.endpoint} of ${counted(strayed.of, 'play')}${own}`,
    style: 'bad',
  };
}

/** What consumers notice of faults. */
export function faultsSection({ faults }: Pick<CompareReport, 'faults'>): Section {
  return {
    id: 'faults',
    title: 'Faults',
    columns: [
      ...['fault', 'approach', 'what is done'].map(left),
      { heading: 'after', align: 'right' },
      ...['the consumer has', 'error of the connector'].map(left),
      { ...left('the consumer reads'), wide: true },
    ],
    rows: faults.flatMap((row) =>
      approaches.map((approach, index): SectionRow => {
        const end = row[approach];
        return {
          id: row.id,
          cells: [
            { text: index === 0 ? row.title : '' },
            { text: approach },
            ...(end ? endCells(end) : none),
          ],
        };
      }),
    ),
    notes: [
      'after: until the answer, or until the connector gave up, in the conversation’s own time with all pauses between attempts',
    ],
  };
}

const none: SectionCell[] = [{ text: 'does not exist here', style: 'faint' }];

function endCells({ done, saw, after, answered, escalated, code }: FaultEnd): SectionCell[] {
  const has: SectionCell = answered
    ? { text: 'an answer', style: 'good' }
    : { text: escalated ? 'an agent' : 'nothing', style: escalated ? 'doubtful' : 'bad' };
  return [{ text: done }, timeCell(after), has, { text: code ?? '–' }, { text: saw.join(' ') }];
}

/** What cannot be measured. */
export function factsSection({ facts }: Pick<CompareReport, 'facts'>): Section {
  return {
    id: 'facts',
    title: 'What else differs',
    columns: ['', 'function', 'endpoint', 'source'].map(left),
    rows: facts.map((row) => ({
      id: row.id,
      cells: [
        { text: row.title },
        { text: row.function },
        { text: row.endpoint },
        { text: `${row.source}${row.ours ? ' (and our reading of it)' : ''}` },
      ],
    })),
    notes: [],
  };
}

/** Whether what was required is met. */
export function requirementsSection({ requirements }: Pick<CompareReport, 'requirements'>): Section {
  return {
    id: 'requirements',
    title: 'Required',
    columns: ['requirement', 'met', 'seen'].map(left),
    rows: requirements.map(({ text, met, seen }, index) => ({
      id: `requirement.${index + 1}`,
      cells: [
        { text },
        { text: met ? 'yes' : 'no', style: met ? 'good' : 'bad' },
        { text: seen.map(({ row, value }) => `${row} ${shown(text, value)}`).join(', ') },
      ],
    })),
    notes: [],
  };
}

function shown(text: string, value: number | null): string {
  if (value === null) return 'not measured';
  if (/errors/.test(text)) return String(value);
  return /same/.test(text) ? `${Number(value.toFixed(1))}%` : duration(value);
}
