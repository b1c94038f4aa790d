import type { Entry } from '../connector/transcript/entry.ts';
import type { Standing } from './check/check.ts';
import type { Turn } from './schema/turn.ts';

/** A turn, and everything that came of it. */
export interface PlayedTurn {
  turn: Turn;
  entries: readonly Entry[];
  standing: Standing;
}
