import type { Difference } from '../invoke/differences.ts';
import { brush, type Paint } from './colour.ts';
import { indent, section } from './details.ts';
import { printable } from './printable.ts';
import { type Cell, type Column, layOut } from './table.ts';

/** Characters of a value that are shown. */
const widest = 60;

/** How much of what is the same is shown in front of a difference far inside a text. */
const lead = 12;

/** One line for each difference: where, and both values side by side, under their `names`; `–` where a side has nothing. */
export function differenceTable(
  all: readonly Difference[],
  [before, after]: readonly [string, string],
  paint: Paint,
): { heading: string; lines: string[] } {
  const columns: Column[] = ['path', before, '', after].map((heading) => ({ heading, align: 'left' }));
  return layOut(columns, all.map(cells), paint);
}

/** The same without the names. */
function differenceLines(all: readonly Difference[], paint: Paint): string[] {
  return differenceTable(all, ['', ''], paint).lines;
}

/** What has changed from one answer to the next, for standard error. */
export function changesReport(all: readonly Difference[], colour: boolean): string {
  if (all.length === 0) return '  the same as before\n';
  return `${indent(section('changed', differenceLines(all, brush(colour)))).join('\n')}\n`;
}

function cells(difference: Difference): Cell[] {
  const old = textOf(difference, 'before');
  const fresh = textOf(difference, 'after');
  const from = old && fresh ? sharedStart(old, fresh) : 0;
  return [
    { text: printable(difference.path), style: 'strong' },
    old ? { text: shorten(old, from), style: 'bad' } : nothing,
    { text: '→', style: 'faint' },
    fresh ? { text: shorten(fresh, from), style: 'good' } : nothing,
  ];
}

const nothing: Cell = { text: '–', style: 'faint' };

/** A side's value as JSON on one line, character by character; `null` where it has none. */
function textOf(difference: Difference, side: 'before' | 'after'): string[] | null {
  if (!(side in difference)) return null;
  return Array.from(printable(JSON.stringify(difference[side]) ?? 'undefined'));
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** A long text as the part around `at`. */
function shorten(characters: readonly string[], at: number): string {
  if (characters.length <= widest) return characters.join('');
  const start = at < widest - lead ? 0 : at - lead;
  const end = start + widest;
  const shown = characters.slice(start, end).join('');
  return `${start > 0 ? '…' : ''}${shown}${end < characters.length ? '…' : ''}`;
}
