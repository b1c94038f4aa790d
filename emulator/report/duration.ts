import { percentile } from '../platform/percentile.ts';

export { durationText as duration } from '../platform/duration.ts';

/** The value in the middle; the upper one of two, so that it is one that was measured. `NaN` for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value that 95 of 100 do not exceed. `NaN` for none. */
export function p95(values: readonly number[]): number {
  return (
    percentile(
      values.toSorted((a, b) => a - b),
      0.95,
    ) ?? Number.NaN
  );
}
