/** Milliseconds for people: `0.4 ms`, `12 ms`, `1.04 s`; `-` for what was not measured. */
export function duration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return '-';
  if (milliseconds < 9.95) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  return `${seconds < 100 ? Number(seconds.toPrecision(3)) : Math.round(seconds)} s`;
}

/** The value in the middle; the upper one of two, so that it is one that was measured. `NaN` for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value that 95 of 100 do not exceed. `NaN` for none. */
export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}
