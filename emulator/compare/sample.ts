import type { Approach } from './approach.ts';

/** What a wait is made of. `start`: of an instance; `outbound`: the bot waits for others. */
export const parts = ['start', 'transport', 'auth', 'bot', 'outbound'] as const;

/** One of them. */
export type Part = (typeof parts)[number];

/** Milliseconds each; `null` where a part cannot be told or does not exist. */
export type Parts = Record<Part, number | null>;

/** One answer of the bot, as the consumer waited for it. */
export interface Sample {
  approach: Approach;
  /** Cold: the first answer of a fresh instance, or over a fresh connection with a fresh token. */
  start: 'cold' | 'warm';
  /** Whether it is the first answer of its conversation. */
  first: boolean;
  parts: Parts;
  /** What this machine took, where `parts` are projected to the platform; the same as their sum elsewhere. */
  measured: number;
}

/** The whole wait of a sample. */
export function waitOf({ parts: all }: Pick<Sample, 'parts'>): number {
  return parts.reduce((sum, part) => sum + (all[part] ?? 0), 0);
}
