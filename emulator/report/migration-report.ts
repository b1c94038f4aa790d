import { renderWhere } from '../errors.ts';
import type { By, Change } from '../bundle/migrate/change.ts';
import type { Migration } from '../bundle/migrate/migrate.ts';
import { brush, type Paint, type Style } from './colour.ts';
import { counted } from '../platform/counted.ts';
import { findingLines, indent } from './details.ts';
import { printable } from './printable.ts';
import { pad, widthOf } from './width.ts';

/** What the way to v2 asks of a project: of each function, and of the settings that they share. */
export interface MigrationReport {
  migrations: Migration[];
  /** Changes of `functions/settings.json`. */
  settings: Change[];
}

interface Totals {
  changes: number;
  made: number;
  yours: number;
  notes: number;
}

/** How many changes there are, and whose they are; what nobody has to make is a note and no change. */
function totalsOf(changes: readonly Change[]): Totals {
  const count = (by: By): number => changes.filter((change) => change.by === by).length;
  const [made, yours, notes] = [count('lpf-bundle'), count('you'), count('nobody')];
  return { changes: made + yours, made, yours, notes };
}

const allOf = ({ migrations, settings }: MigrationReport): Change[] => [
  ...migrations.flatMap(({ changes }) => changes),
  ...settings,
];

/** Whether nothing is left for the user: no change of theirs, and nothing that kept a function from being read. */
export function isReady(report: MigrationReport): boolean {
  return (
    totalsOf(allOf(report)).yours === 0 && report.migrations.every(({ findings }) => findings.length === 0)
  );
}

/** The report as JSON text. */
export function migrationJson(report: MigrationReport): string {
  const functions = report.migrations.map((migration) => ({
    ...migration,
    totals: totalsOf(migration.changes),
  }));
  const { settings } = report;
  return `${JSON.stringify({ ready: isReady(report), totals: totalsOf(allOf(report)), functions, settings }, null, 2)}\n`;
}

/** The report for people: each function with its changes, and what the words mean. */
export function migrationText(report: MigrationReport, colour: boolean): string {
  const paint = brush(colour);
  const { migrations, settings } = report;
  const blocks = [
    ...migrations.map((migration) => functionLines(migration, paint)),
    ...(settings.length ? [block('functions/settings.json', settings, paint)] : []),
    closing(report),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function functionLines(migration: Migration, paint: Paint): string[] {
  const { function: name, changes, findings } = migration;
  const complaints = indent(findings.flatMap((finding) => findingLines(finding, paint)));
  if (changes.length > 0) return block(name, changes, paint, complaints);
  if (findings.length > 0) return [paint('strong', printable(name)), ...complaints];
  return [`${paint('strong', printable(name))}  nothing to migrate: ${reason(migration)}`];
}

function reason({ generation, file }: Migration): string {
  return generation === null ? `${file} serves both generations` : `${file} is written for v2`;
}

const words: Record<By, { word: string; style: Style }> = {
  'lpf-bundle': { word: 'made', style: 'good' },
  you: { word: 'yours', style: 'bad' },
  nobody: { word: 'note', style: 'doubtful' },
};

function block(
  title: string,
  changes: readonly Change[],
  paint: Paint,
  complaints: readonly string[] = [],
): string[] {
  const [places, kinds] = [widest(changes.map(placeOf)), widest(changes.map(({ kind }) => kind))];
  const lines = changes.flatMap((change) => {
    const { word, style } = words[change.by];
    const place = paint('faint', pad(placeOf(change), places, 'left'));
    const line = `${paint(style, word.padEnd(5))}  ${place}  ${change.kind.padEnd(kinds)}  ${printable(change.message)}`;
    return change.hint === '' ? [line] : [line, `       → ${printable(change.hint)}`];
  });
  return [paint('strong', printable(title)), ...complaints, ...indent([...lines, counts(changes)])];
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, widthOf(text)), 0);
}

function placeOf({ where }: Change): string {
  return printable(renderWhere(where));
}

function counts(changes: readonly Change[]): string {
  const totals = totalsOf(changes);
  const notes = totals.notes ? `; ${counted(totals.notes, 'note')}` : '';
  return `${counted(totals.changes, 'change')}: ${totals.made} made by lpf-bundle, ${totals.yours} yours${notes}`;
}

function closing(report: MigrationReport): string[] {
  const all = allOf(report);
  const unseen = report.migrations.filter(({ looked }) => !looked).length;
  const seen = report.migrations.length - unseen;
  const total = [
    ...(seen > 0 || all.length > 0 ? [`${counts(all)}, in ${counted(seen, 'function')}`] : []),
    ...(unseen > 0 ? [`${counted(unseen, 'function')} not looked at`] : []),
  ].join('; ');
  if (all.length === 0) return [total];
  return [
    total,
    'made   by lpf-bundle, once the function is an index.ts that exports lambda(input) and returns its answer:',
    '       from that it writes v1 and v2. An index.js it takes as it is, for the generation it is written for',
    'yours  to be changed by hand on the way there',
    'note   nothing to change, but v2 behaves differently',
  ];
}
