import type { Finding } from '../../errors.ts';
import { type Limits, limitSource } from '../../platform/limits.ts';
import type { Bundle } from '../bundle.ts';

const shown = 10;

/** A bundle with more characters than the platform accepts; the message says who weighs what. */
export function tooLarge(bundle: Bundle, entry: string, { sourceSize: limit }: Limits): Finding[] {
  if (bundle.characters <= limit) return [];
  const over = `${count(bundle.characters)} characters, ${count(bundle.characters - limit)} too many`;
  return [
    {
      code: 'too-large',
      severity: 'error',
      message: `${over}: the limit sourceSize is ${count(limit)} (${limitSource('sourceSize', bundle.generation, limit)})\n${table(bundle)}`,
      hint: 'try --minify; then replace the heaviest package, or use what the platform provides',
      where: { file: entry, line: 1, column: 1 },
    },
  ];
}

function table({ weights, characters }: Bundle): string {
  const rest = weights.slice(shown);
  const named = weights.slice(0, shown);
  const glue = characters - sum(weights);
  const rows = [
    ...named,
    ...(rest.length ? [{ file: `${rest.length} more files`, characters: sum(rest) }] : []),
    ...(glue > 0 ? [{ file: 'banner, wrapper and what holds the modules together', characters: glue }] : []),
  ];
  const width = Math.max(...rows.map((row) => count(row.characters).length));
  return rows.map((row) => `    ${count(row.characters).padStart(width)}  ${row.file}`).join('\n');
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

function sum(weights: Bundle['weights']): number {
  return weights.reduce((total, { characters }) => total + characters, 0);
}
