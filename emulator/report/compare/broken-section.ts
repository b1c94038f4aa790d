import type { CompareReport } from '../../compare/report.ts';
import { renderWhere } from '../../errors.ts';
import type { Section } from './section.ts';

/** Files of which nothing was compared. */
export function brokenSection({ broken }: Pick<CompareReport, 'broken'>): Section {
  const all = broken.flatMap(({ file, findings }) => findings.map((finding) => ({ file, ...finding })));
  return {
    id: 'broken',
    title: 'Files that cannot be used',
    columns: ['file', 'what is wrong', 'at', 'what to do'].map((heading) => ({ heading, align: 'left' })),
    rows: all.map(({ file, message, where, hint }, index) => ({
      id: `broken.${index + 1}`,
      cells: [
        { text: file },
        { text: message, style: 'bad' },
        { text: where ? renderWhere(where) : '–' },
        { text: hint },
      ],
    })),
    notes: [],
  };
}
