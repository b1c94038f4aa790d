import { botsHalf } from '../conversation/half.ts';
import type { Transcript } from '../conversation/transcript/file.ts';
import { turnWords } from '../conversation/turn-words.ts';
import { nameVolatile } from '../conversation/volatile.ts';
import { differences } from '../invoke/differences.ts';
import type { TurnDifference } from './report.ts';
import { withoutVendor } from './vendor-errors.ts';

/** A conversation that was played, as far as two plays are held against each other. */
export type Played = Pick<Transcript, 'id' | 'turns'> & {
  /** Why the turn behind the last one could not be played. */
  stopped?: string;
};

/** Where the bot's half of `after` is another one than that of `before`, turn by turn; none where both are the same. */
export function turnDifferences(before: Played, after: Played): TurnDifference[] {
  const [old, fresh] = [halves(before), halves(after)];
  const count = Math.max(old.length, fresh.length);
  return Array.from({ length: count }, (_, index) => {
    const turn = (before.turns[index] ?? after.turns[index])?.turn;
    return {
      turn: index + 1,
      input: turn ? turnWords(turn) : '',
      differences: differences(old[index] ?? [], fresh[index] ?? []),
      ...(index + 1 === fresh.length && after.stopped !== undefined && { reason: after.stopped }),
    };
  }).filter(
    (each) => each.differences.length > 0 || (each.reason !== undefined && before.stopped === undefined),
  );
}

/** As JSON has them, so that what it does not keep is no difference; ids are named over the whole conversation. */
function halves({ id, turns }: Played): unknown[] {
  const all = turns.map(({ entries }) => botsHalf(entries).map(withoutVendor));
  return JSON.parse(JSON.stringify(nameVolatile(all, id))) as unknown[];
}
