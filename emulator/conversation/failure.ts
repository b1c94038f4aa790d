import { isEmulatorError } from '../errors.ts';
import type { Miss } from './check/miss.ts';
import type { Script } from './conversation-file.ts';
import { bugCheck, type Failure } from './result.ts';
import { turnWords } from './turn-words.ts';

/** A miss with its place in the conversation's file; `index` counts turns from 0, -1 is the conversation as a whole. */
export async function toFailure(
  script: Script,
  index: number,
  { check, path, expected, actual }: Miss,
): Promise<Failure> {
  const turn = script.turns[index];
  if (!turn) return { turn: 0, input: '', check, expected, actual, where: await script.locate([]) };
  const isExpected = turn.expect !== undefined && Object.hasOwn(turn.expect, check);
  const place = ['turns', index, ...(isExpected ? ['expect', check, ...path] : [])];
  return {
    turn: index + 1,
    input: turnWords(turn),
    check,
    expected,
    actual,
    where: await script.locate(place),
  };
}

/** Why something could not be done; what is no complaint of ours is a bug of ours. */
export function missOf(check: string, error: unknown): Miss {
  if (!isEmulatorError(error)) return bugMiss(error);
  const { message, hint } = error.finding;
  return { check, path: [], expected: ['to be possible'], actual: [message, hint] };
}

function bugMiss(error: unknown): Miss {
  const said = error instanceof Error ? error.message : String(error);
  const where = process.env['LPF_DEBUG'] && error instanceof Error ? [error.stack ?? ''] : [];
  const ours = 'this is a bug in lpf-emulator, not in your function; LPF_DEBUG=1 shows where it happened';
  return { check: bugCheck, path: [], expected: ['nothing of the kind'], actual: [said, ours, ...where] };
}
