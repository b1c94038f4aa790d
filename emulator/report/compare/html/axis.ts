/** A logarithmic axis: waits of a millisecond and of a second both have room. */
export interface Axis {
  /** Where a value lies, from 0 at the left to `width`. */
  at(milliseconds: number): number;
  /** Round values to be labelled. */
  ticks: number[];
}

/** Ours: below it a wait is as good as none, and a logarithm needs an end. */
const least = 0.1;

/** An axis that has room for `values`, from one power of ten to another. */
export function axisFor(values: readonly number[], width: number): Axis {
  const lowest = Math.floor(
    Math.log10(
      Math.max(
        least,
        values.reduce((a, b) => Math.min(a, b), Infinity),
      ),
    ),
  );
  const highest = Math.ceil(Math.log10(Math.max(least * 10, ...extreme(values))));
  const [from, to] = [Math.min(lowest, highest - 1), highest];
  return {
    at: (milliseconds) => ((Math.log10(Math.max(10 ** from, milliseconds)) - from) / (to - from)) * width,
    ticks: Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index)),
  };
}

function extreme(values: readonly number[]): number[] {
  return values.length === 0 ? [] : [values.reduce((a, b) => Math.max(a, b))];
}
