import type { CompareReport, ConversationRow } from '../../compare/report.ts';
import { joinBlocks } from '../blocks.ts';
import { brush, type Paint } from '../colour.ts';
import { indent } from '../details.ts';
import { differenceTable } from '../differences.ts';
import { duration } from '../duration.ts';
import { brokenLines } from '../conversations/broken-lines.ts';
import { printable } from '../printable.ts';
import { type Cell, layOut } from '../table.ts';
import { closingOf } from './closing.ts';
import type { Section } from './section.ts';
import { conditions, sectionsOf, subject } from './sections.ts';
import { wrap } from '../wrap.ts';

/** Columns of a terminal that sentences are wrapped to. */
const width = 110;

/** The report for people. */
export function compareConsole(report: CompareReport, { colour }: { colour: boolean }): string {
  const paint = brush(colour);
  const blocks = [
    [paint('strong', printable(subject(report))), paint('faint', printable(conditions(report)))],
    ...report.broken.map((file) => brokenLines(file, paint)),
    ...sectionsOf(report).flatMap((section) => sectionBlocks(section, report, paint)),
    [
      paint('strong', 'Recommendation'),
      ...indent(report.recommendation.claims.flatMap(({ text, rows }) => sentence(text, rows, paint))),
    ],
    report.notes.flatMap((note) => wrap(printable(note), width)).map((line) => paint('faint', line)),
    [closing(report, paint)],
  ];
  return joinBlocks(blocks);
}

function sectionBlocks(section: Section, report: CompareReport, paint: Paint): string[][] {
  switch (section.id) {
    // Told already, as `test` tells it.
    case 'broken':
      return [];
    case 'facts':
      return [factLines(report, paint)];
    case 'answers':
      return [tableLines(section, paint), differenceLines(report.conversations, paint)];
    default:
      return [tableLines(section, paint)];
  }
}

function tableLines({ title, columns, rows, notes }: Section, paint: Paint): string[] {
  const narrow = columns.filter(({ wide }) => !wide);
  const cells = rows.map((row) =>
    row.cells.slice(0, narrow.length).map((cell): Cell => ({ ...cell, text: printable(cell.text) })),
  );
  const { heading, lines } = layOut(narrow, cells, paint);
  return [
    paint('strong', title),
    ...indent([heading, ...lines]),
    ...indent(notes.flatMap((note) => wrap(note, width)).map((note) => paint('faint', note))),
  ];
}

/** Too wide for a table. */
function factLines({ facts }: CompareReport, paint: Paint): string[] {
  const rows = facts.flatMap(({ title, function: one, endpoint: other }): Cell[][] => [
    [{ text: title }, { text: 'function', style: 'faint' }, { text: one }],
    [{ text: '' }, { text: 'endpoint', style: 'faint' }, { text: other }],
  ]);
  const columns = ['', '', ''].map((heading) => ({ heading, align: 'left' as const }));
  return [
    paint('strong', 'What else differs'),
    ...indent(layOut(columns, rows, paint).lines),
    ...indent([paint('faint', 'the sources are in the other reports, such as --reporter markdown')]),
  ];
}

function differenceLines(conversations: readonly ConversationRow[], paint: Paint): string[] {
  return conversations.flatMap(({ name, turns }) =>
    turns.length === 0
      ? []
      : [
          paint('bad', `✗ ${printable(name)}`),
          ...indent(
            turns.flatMap(({ turn, input, differences, reason }) => [
              `turn ${turn}, ${printable(input)}`,
              ...indent(reason === undefined ? [] : [printable(`cannot be played: ${reason}`)]),
              ...indent(tableOf(differences, paint)),
            ]),
          ),
        ],
  );
}

function tableOf(differences: Parameters<typeof differenceTable>[0], paint: Paint): string[] {
  if (differences.length === 0) return [];
  const { heading, lines } = differenceTable(differences, ['function', 'endpoint'], paint);
  return [heading, ...lines];
}

function sentence(text: string, rows: readonly string[], paint: Paint): string[] {
  const [first = '', ...rest] = wrap(printable(`${text} [${rows.join(', ')}]`), width - 2);
  const at = paint('faint', '·');
  return [`${at} ${first}`, ...indent(rest)];
}

function closing(report: CompareReport, paint: Paint): string {
  const { style, text, rest } = closingOf(report);
  return `${paint(style, printable(text))}  · ${[...rest, `in ${duration(report.elapsed)}`].join(' ')}`;
}
