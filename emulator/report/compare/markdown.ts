import type { CompareReport, ConversationRow } from '../../compare/report.ts';
import { printable } from '../printable.ts';
import type { Section } from './section.ts';
import { conditions, sectionsOf, subject } from './sections.ts';

/** The report as Markdown, for a wiki or the description of a pull request. */
export function compareMarkdown(report: CompareReport): string {
  const blocks = [
    '# Function or endpoint?',
    `${cell(subject(report))}.`,
    sentence(conditions(report)),
    '## Recommendation',
    report.recommendation.claims
      .map(({ text, rows }) => `- ${cell(text)} _${cell(rows.join(', '))}_`)
      .join('\n'),
    ...sectionsOf(report).flatMap((section) => [
      `## ${section.title}`,
      table(section),
      ...section.notes.map(sentence),
      ...(section.id === 'answers' ? report.conversations.flatMap(differenceBlocks) : []),
    ]),
    '## Notes',
    report.notes.map((note) => `- ${sentence(note)}`).join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function table({ columns, rows }: Section): string {
  return [
    line(['row', ...columns.map(({ heading }) => heading)]),
    line(['---', ...columns.map(({ align }) => (align === 'right' ? '---:' : '---'))]),
    ...rows.map(({ id, cells }) =>
      line([`\`${id}\``, ...columns.map((_, index) => cell(cells[index]?.text ?? ''))]),
    ),
  ].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function differenceBlocks({ name, turns }: ConversationRow): string[] {
  if (turns.length === 0) return [];
  const lines = turns.flatMap(({ turn, input, differences, reason }) => [
    `- turn ${turn}, ${cell(input)}${reason === undefined ? '' : `: cannot be played, ${cell(reason)}`}`,
    ...differences.map(
      (each) =>
        `  - ${code(each.path)}: ${value(each, 'before')} with the function, ${value(each, 'after')} with the endpoint`,
    ),
  ]);
  return [`### ${cell(name)}`, lines.join('\n')];
}

function value(difference: object, side: 'before' | 'after'): string {
  if (!Object.hasOwn(difference, side)) return 'nothing';
  return code(JSON.stringify((difference as Record<string, unknown>)[side]) ?? 'undefined');
}

/** Between as many backticks as it takes. */
function code(text: string): string {
  const shown = printable(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** Text that Markdown shows as it is. */
function cell(text: string): string {
  return printable(text).replace(/[\\|<>*_`[\]]/g, (character) => `\\${character}`);
}

function sentence(text: string): string {
  const shown = cell(text);
  return `${shown.charAt(0).toUpperCase()}${shown.slice(1)}.`.replace(/\.\.$/, '.');
}
