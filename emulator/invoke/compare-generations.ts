import type { Generation } from '../platform/generations.ts';
import { compareRecords } from './compare.ts';
import type { Difference } from './differences.ts';
import type { InvocationRecord } from './record.ts';

/** A function and a payload, and what v2 did differently from v1. */
export interface Pair {
  function: string;
  payload: string;
  event: string | null;
  /** `before` is what v1 did, `after` what v2 did. */
  differences: Difference[];
}

/** What became of functions on both generations. */
export interface Comparison {
  pairs: Pair[];
  /** Functions that ran on one generation only, so that there is nothing to compare. */
  alone: { function: string; generation: Generation }[];
}

/** Puts the records of v1 beside those of v2: of a payload that was fed several times the first difference counts. */
export function compareGenerations(records: readonly InvocationRecord[]): Comparison {
  const rows = new Map<string, InvocationRecord[]>();
  for (const record of records) {
    const key = JSON.stringify([record.function, record.event, record.payload]);
    rows.set(key, [...(rows.get(key) ?? []), record]);
  }
  const all = [...rows.values()].map((row) => ({
    v1: row.filter(({ generation }) => generation === 'v1'),
    v2: row.filter(({ generation }) => generation === 'v2'),
  }));
  return {
    pairs: all.filter(({ v1, v2 }) => v1.length > 0 && v2.length > 0).map(({ v1, v2 }) => pairOf(v1, v2)),
    alone: unique(all.flatMap(({ v1, v2 }) => (v1.length === 0 ? v2 : v2.length === 0 ? v1 : [])).map(ranAs)),
  };
}

function pairOf(v1: readonly InvocationRecord[], v2: readonly InvocationRecord[]): Pair {
  const [first] = v1;
  if (!first) throw new Error('a pair without a record');
  const { function: name, payload, event } = first;
  const compared = v1.flatMap((record, at) => {
    const other = v2[at];
    return other ? [compareRecords(record, other)] : [];
  });
  const differences = compared.find((each) => each.length > 0) ?? [];
  return { function: name, payload, event, differences };
}

function ranAs({ function: name, generation }: InvocationRecord): Comparison['alone'][number] {
  return { function: name, generation };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
