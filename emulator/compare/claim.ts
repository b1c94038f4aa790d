import type { CompareReport } from './report.ts';

/** A figure of a claim: where it stands in the report, and how the sentence has it. */
export interface Figure {
  /** Id of the row. */
  row: string;
  /** Path of the value in the row, such as `wait.p95`. */
  path: string;
  value: number | string | boolean | null;
  text: string;
}

/** One sentence of the recommendation. */
export interface Claim {
  text: string;
  /** Ids of all rows that it rests on, in the order in which it names them. */
  rows: string[];
  figures: Figure[];
}

/** What we would choose, and why. */
export interface Recommendation {
  choice: 'function' | 'endpoint' | 'either';
  claims: Claim[];
}

/** Every row that has an id, by it. */
export function rowsById(report: Omit<CompareReport, 'recommendation'>): Map<string, object> {
  const { answers, conversations, excluded, latency, first, faults, faultCounts, facts } = report;
  const all = [
    answers,
    ...conversations,
    ...excluded,
    ...latency,
    ...first,
    ...faults,
    faultCounts,
    ...facts,
  ];
  return new Map(all.map((row) => [row.id, row]));
}

/** The value at a path of a row; `undefined` where there is none. */
export function valueIn(row: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }, row);
}

/** A sentence with figures in it; a row that `points` names is pointed at, and not told. */
export type Piece = string | Figure | { points: string };

/** Puts a sentence together; its rows are those of its figures and those that it points at. */
export function claim(...pieces: readonly Piece[]): Claim {
  const figures = pieces.filter((piece): piece is Figure => typeof piece === 'object' && 'path' in piece);
  const rows = pieces.flatMap((piece) =>
    typeof piece === 'string' ? [] : ['points' in piece ? piece.points : piece.row],
  );
  const text = pieces
    .map((piece) => (typeof piece === 'string' ? piece : 'points' in piece ? '' : piece.text))
    .join('');
  return { text, rows: [...new Set(rows)], figures };
}
