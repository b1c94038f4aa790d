import type { Entry } from '../../connector/entry.ts';
import { later } from '../transcript.ts';
import { type Canvas, chatEntryLines } from './entry.ts';

/** A piece of a turn: its lines, and for a pause of the bot how long it lasts. */
export interface Piece {
  lines: string[];
  /** Milliseconds; 0 for what is no pause. */
  pause: number;
}

/** A turn, piece by piece, in the order in which the consumer sees them; `before` is when the one before it ended. */
export function turnPieces(entries: readonly Entry[], before: number | undefined, canvas: Canvas): Piece[] {
  return entries.flatMap((entry, index) => {
    if (entry.kind === 'bot-call') return [];
    const last = entries[index - 1];
    const passed = entry.at - (last?.at ?? before ?? entry.at);
    // A pause says itself how long it is.
    const isTold = passed > 0 && !(last?.kind === 'bot-delay' && last.seconds * 1_000 === passed);
    const time = isTold ? [canvas.paint('faint', `· ${later(passed)} later`)] : [];
    const pause = entry.kind === 'bot-delay' ? entry.seconds * 1_000 : 0;
    return [{ lines: [...time, ...chatEntryLines(entry, canvas)], pause }];
  });
}
