import { percentile } from '../platform/percentile.ts';

/** A distribution in a few figures, in the unit of its values; all but `n` are `null` where there are none. */
export interface Percentiles {
  n: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  max: number | null;
  mean: number | null;
}

/** Exact percentiles by sorting: the smallest value that so many of a hundred do not exceed. */
export function percentilesOf(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number | null => percentile(sorted, share) ?? null;
  const sum = sorted.reduce((total, value) => total + value, 0);
  return {
    n: sorted.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: sorted.at(-1) ?? null,
    mean: sorted.length > 0 ? sum / sorted.length : null,
  };
}
