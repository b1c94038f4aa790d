import type { Sample } from '../../emulator/compare/sample.ts';

/** Warm answers of both approaches with these waits, in milliseconds; the first of each is the first of a conversation. */
export function samplesOf(waits: { function: readonly number[]; endpoint: readonly number[] }): Sample[] {
  return (['function', 'endpoint'] as const).flatMap((approach) =>
    waits[approach].map((wait, index): Sample => ({
      approach,
      start: 'warm',
      first: index === 0,
      parts: { start: null, transport: null, auth: null, bot: wait, outbound: null },
      measured: wait,
    })),
  );
}
