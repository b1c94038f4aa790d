import type { Entry } from '../../connector/transcript/entry.ts';
import { later } from '../transcript.ts';
import { type Canvas, chatEntryLines } from './entry.ts';

/** A piece of a turn: its lines, and for a pause of the bot how long it lasts. */
export interface Piece {
  lines: string[];
  /** Milliseconds; 0 for what is no pause. */
  pause: number;
}

/** A turn, and from when to when, in the conversation's own time. */
export interface TurnSpan {
  entries: readonly Entry[];
  from: number;
  until: number;
  /** How the conversation stands after it. */
  standing: { state: string };
}

/** A turn, piece by piece, in the order in which the consumer sees them. */
export function turnPieces({ entries, from, until, standing }: TurnSpan, canvas: Canvas): Piece[] {
  let now = from;
  let told = from;
  const passing = (at: number): string[] => {
    const passed = at - told;
    now = told = at;
    return passed > 0 ? [canvas.paint('faint', `· ${later(passed)} later`)] : [];
  };
  const pieces = entries.flatMap((entry): Piece[] => {
    if (entry.kind === 'bot-call') return [];
    const lines = [...passing(entry.at), ...chatEntryLines(entry, canvas)];
    const pause = entry.kind === 'bot-delay' ? entry.seconds * 1_000 : 0;
    // A pause says itself how long it is.
    told = now + pause;
    return [{ lines, pause }];
  });
  if (entries.length === 0 && until === from) return [{ lines: [nothing(standing, canvas)], pause: 0 }];
  const rest = passing(until);
  return rest.length > 0 ? [...pieces, { lines: rest, pause: 0 }] : pieces;
}

function nothing({ state }: TurnSpan['standing'], { paint }: Canvas): string {
  return paint('faint', `· nothing comes of it${state === 'closed' ? ': the conversation is closed' : ''}`);
}
