/** Nearest rank: the smallest value of `sorted` (ascending) that `share` of all do not exceed; `undefined` for none. */
export function percentile(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}
