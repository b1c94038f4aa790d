import type { Entry } from '../connector/transcript/entry.ts';
import type { Paint } from './colour.ts';
import { duration } from './duration.ts';
import { entryLines } from './entry-lines.ts';

/** How a transcript is shown. */
export interface TranscriptOptions {
  /** Whether each call of the bot is told, with its times. */
  calls?: boolean;
}

/** A transcript as people read it: who said what, one below the other, and in between what happened and when. */
export function transcriptLines(
  entries: readonly Entry[],
  paint: Paint,
  { calls = false }: TranscriptOptions = {},
): string[] {
  return entries.flatMap((entry, index) => {
    const lines = entryLines(entry, paint, { calls });
    const passed = entry.at - (entries[index - 1]?.at ?? entry.at);
    return passed > 0 && lines.length > 0 ? [paint('faint', `· ${later(passed)} later`), ...lines] : lines;
  });
}

/** A stretch of virtual time, in the largest unit that it fills. */
export function later(milliseconds: number): string {
  const units = { day: 86_400_000, hour: 3_600_000, minute: 60_000 };
  for (const [unit, length] of Object.entries(units)) {
    const count = Math.round((milliseconds / length) * 10) / 10;
    if (count >= 1) return `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
  return duration(milliseconds);
}
