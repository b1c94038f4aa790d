import { type Approach, approaches } from './approach.ts';
import { type Percentiles, percentilesOf } from './percentiles.ts';
import { type Part, parts, type Sample, waitOf } from './sample.ts';

type Start = Sample['start'];

/** How long consumers waited for answers, with one approach and one kind of start. Milliseconds. */
export interface LatencyRow {
  id: `latency.${Approach}.${Start}`;
  approach: Approach;
  start: Start;
  /** Whether `wait` is projected to the platform; `measured` is what this machine took. */
  projected: boolean;
  wait: Percentiles;
  parts: Record<Part, Percentiles>;
  measured: Percentiles;
  /** Every wait, sorted: what the distribution is drawn from. */
  values: number[];
}

/** How long consumers waited for the first answer of a new conversation. Milliseconds. */
export interface FirstRow {
  id: `first.${Approach}.${Start}`;
  approach: Approach;
  start: Start;
  projected: boolean;
  wait: Percentiles;
}

const starts = ['warm', 'cold'] as const;

/** A row for each approach and start; one without samples says so with its `n`. */
export function latencyRows(samples: readonly Sample[]): LatencyRow[] {
  return starts.flatMap((start) => approaches.map((approach) => latencyRow(samples, approach, start)));
}

/** The same of first answers. */
export function firstRows(samples: readonly Sample[]): FirstRow[] {
  const firsts = samples.filter(({ first }) => first);
  return starts.flatMap((start) =>
    approaches.map((approach): FirstRow => {
      const { projected, wait } = latencyRow(firsts, approach, start);
      return { id: `first.${approach}.${start}`, approach, start, projected, wait };
    }),
  );
}

function latencyRow(samples: readonly Sample[], approach: Approach, start: Start): LatencyRow {
  const own = samples.filter((sample) => sample.approach === approach && sample.start === start);
  const values = own.map(waitOf).toSorted((a, b) => a - b);
  return {
    id: `latency.${approach}.${start}`,
    approach,
    start,
    projected: approach === 'function',
    wait: percentilesOf(values),
    parts: Object.fromEntries(parts.map((part) => [part, percentilesOf(known(own, part))])) as Record<
      Part,
      Percentiles
    >,
    measured: percentilesOf(own.map(({ measured }) => measured)),
    values,
  };
}

function known(samples: readonly Sample[], part: Part): number[] {
  return samples.flatMap((sample) => sample.parts[part] ?? []);
}
