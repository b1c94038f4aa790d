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
