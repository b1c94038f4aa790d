import { counted } from '../platform/counted.ts';
import { durationText } from '../platform/duration.ts';
import type { Figure, Piece } from './claim.ts';
import { type Measured, rowsById, valueIn } from './rows.ts';

/** A count, as it stands in the row; with its noun where one is given. */
export function figure(row: { id: string }, path: string, noun?: string): Figure {
  const value = valueIn(row, path) as number;
  return { row: row.id, path, value, text: noun === undefined ? String(value) : counted(value, noun) };
}

/** Milliseconds for people. */
export function time(report: Measured, id: string, path: string): Figure {
  const value = valueIn(rowOf(report, id), path) as number | null;
  return { row: id, path, value, text: durationText(value) };
}

/** The words of a fact. */
export function text(report: Measured, id: string, path: string): Figure {
  const value = String(valueIn(rowOf(report, id), path));
  return { row: id, path, value, text: value };
}

/** How many answers it takes for the 95th percentile to be another one than the slowest. */
export const fewestForP95 = 20;

/** How long an approach takes at most for 95 of 100 warm answers, or for all that there were where those are few. */
export function mostTake(report: Measured, approach: 'function' | 'endpoint'): Piece[] {
  const id = `latency.${approach}.warm`;
  const n = figure(rowOf(report, id), 'wait.n', 'warm answer');
  const most = time(report, id, 'wait.p95');
  if (n.value === 1) return ['the only warm answer took ', most];
  if (Number(n.value) < fewestForP95) return ['all ', n, ' took at most ', most];
  return ['95 of 100 warm answers take at most ', most];
}

function rowOf(report: Measured, id: string): { id: string } {
  const row = rowsById(report).get(id);
  if (!row) throw new Error(`no row ${id}`);
  return { ...row, id };
}
