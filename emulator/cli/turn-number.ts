import { EmulatorError } from '../errors.ts';
import { counted } from '../platform/counted.ts';
import { wholeNumber } from './whole-number.ts';

/** `--from` as one of so many turns; the first where it is missing. Throws `bad-usage`. */
export function turnNumber(from: string | undefined, turns: number): number {
  const turn = from === undefined ? 1 : wholeNumber('--from', from);
  if (from === undefined || turn <= turns) return turn;
  throw new EmulatorError({
    code: 'bad-usage',
    message: `--from ${turn}: the transcript has ${counted(turns, 'turn')}`,
    hint: 'give one of its turns, counted from 1',
  });
}
