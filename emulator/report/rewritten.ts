import { type BundleRow, complaintLines } from './bundle-report.ts';
import { brush } from './colour.ts';
import { counted } from '../platform/counted.ts';
import { duration } from './duration.ts';
import { printable } from './printable.ts';
import { type Cell, type Column, layOut } from './table.ts';

/** A file that now holds something else; a side that has no file is `null`. */
export interface Rewritten {
  file: string;
  characters: number | null;
  before: number | null;
}

/** What one round of a watch of `lpf-bundle` has to tell: the rows of the functions that it was about. */
export interface BundleRound {
  rows: BundleRow[];
  files: Rewritten[];
  /** Milliseconds. */
  elapsed: number;
}

/** The round for people: which files were rewritten, how long they are, what is to be said about the functions. */
export function rewrittenText({ rows, files, elapsed }: BundleRound, colour: boolean): string {
  const paint = brush(colour);
  const complaints = complaintLines(rows, paint);
  const count = files.length === 0 ? 'no file' : counted(files.length, 'file');
  const lines = [
    ...layOut(columns, files.map(cells), paint).lines,
    ...complaints,
    ...(complaints.length > 0 ? [''] : []),
    `${count} rewritten, ${duration(elapsed)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The round on one line of JSON. */
export function rewrittenJson({ rows, files }: BundleRound): string {
  return `${JSON.stringify({ bundles: rows, files })}\n`;
}

const columns: Column[] = [
  { heading: 'file', align: 'left' },
  { heading: 'characters', align: 'right' },
  { heading: 'difference', align: 'left' },
];

function cells({ file, characters, before }: Rewritten): Cell[] {
  return [
    { text: printable(file) },
    { text: characters === null ? 'removed' : `${characters.toLocaleString('en-GB')} characters` },
    { text: characters === null ? '' : differenceText(characters, before), style: 'faint' },
  ];
}

function differenceText(characters: number, before: number | null): string {
  if (before === null) return 'new';
  const difference = characters - before;
  return difference === 0 ? 'as many' : difference > 0 ? `+${difference}` : `−${-difference}`;
}
