import type { Entry } from '../connector/entry.ts';
import { isEmulatorError } from '../errors.ts';
import type { Mock } from '../payload/mock.ts';
import { checkTurn } from './check/check.ts';
import { shownPath } from '../project/json-file.ts';
import type { Miss } from './check/miss.ts';
import { baseOf, sceneOf, type Script } from './conversation-file.ts';
import type { PlayedTurn } from './played-turn.ts';
import { Player } from './player.ts';
import { bugCheck, type ConversationResult, type Failure } from './result.ts';
import type { Turn } from './schema/turn.ts';
import { seenIn } from './seen.ts';
import type { Transcript } from './transcript/file.ts';
import { lean } from './lean.ts';
import { withoutSecrets } from './secrets.ts';
import { openScene, type StageOptions } from './stage.ts';
import { turnWords } from './turn-words.ts';
import { unusedOwn } from './unused-mocks.ts';
import { warningsIn } from './warnings.ts';

/** A conversation that has been played, with all that was played of it. */
export interface Performance {
  result: ConversationResult;
  transcript: Transcript;
  /** Those of its mocks that nothing asked for. */
  unused: readonly Mock[];
}

/**
 * Plays a conversation until its end, or until a turn in which something is not as expected; a bug of ours that comes up
 * is a failure of this one alone. Throws what is wrong with the project as a whole.
 */
export async function perform(script: Script, options: StageOptions): Promise<Performance> {
  const began = performance.now();
  const stage = await openScene(sceneOf(script), options).catch(failedStart);
  if ('actual' in stage) {
    const failures = [await toFailure(script, -1, stage)];
    return told(script, options, { began, failures, turns: [], id: '', unused: [] });
  }
  const { conversation } = stage;
  try {
    const turns: PlayedTurn[] = [];
    const failures = await playAll(script, new Player(stage), turns);
    const { id, unusedMocks: unused } = conversation;
    return await told(script, options, { began, failures, turns, id, unused });
  } finally {
    await stage.close();
  }
}

/** What came of a conversation. */
interface Came {
  began: number;
  failures: Failure[];
  turns: PlayedTurn[];
  id: string;
  unused: readonly Mock[];
}

async function told(
  script: Script,
  { root, settings, generation }: StageOptions,
  { began, failures, turns, id, unused }: Came,
): Promise<Performance> {
  const { file, name, function: bot, given, turns: all } = script;
  const transcript = turns.flatMap(({ entries }) => entries);
  const base = shownPath(root, baseOf(script)) || '.';
  return {
    unused,
    transcript: withoutSecrets({ name, function: bot, generation, id, given, base, turns }, settings),
    result: {
      file,
      name,
      function: bot,
      generation,
      where: await script.locate([]),
      pass: failures.length === 0,
      failures,
      warnings: [...warningsIn(transcript), ...(failures.length > 0 ? [] : unusedOwn({ script, unused }))],
      turns: { played: turns.length, all: all.length },
      transcript: transcript.map(lean),
      elapsed: performance.now() - began,
    },
  };
}

/** What is wrong elsewhere in the project is wrong for every conversation, and none is played. */
function failedStart(error: unknown): Miss {
  if (isEmulatorError(error) && error.finding.where) throw error;
  return missOf('given', error);
}

/** Plays turn by turn into `turns`; what falls short in one ends it. */
async function playAll(script: Script, player: Player, turns: PlayedTurn[]): Promise<Failure[]> {
  for (const [index, turn] of script.turns.entries()) {
    const misses = await playOne(player, turn, script.turns[index + 1], turns);
    if (misses.length > 0) return Promise.all(misses.map((miss) => toFailure(script, index, miss)));
  }
  return [];
}

async function playOne(
  player: Player,
  turn: Turn,
  next: Turn | undefined,
  turns: PlayedTurn[],
): Promise<Miss[]> {
  try {
    turns.push(await player.play(turn, next));
  } catch (error) {
    turns.push(player.collect(turn));
    return [missOf('turn', error)];
  }
  return judged(turn, turns.at(-1));
}

function judged(turn: Turn, played: PlayedTurn | undefined): Miss[] {
  if (!played) return [];
  try {
    const { entries, standing } = played;
    return [...checkTurn(turn.expect ?? {}, seenIn(entries), standing), ...notices(entries)];
  } catch (error) {
    return [missOf('turn', error)];
  }
}

/** Why something could not be done; what is no complaint of ours is a bug of ours. */
function missOf(check: string, error: unknown): Miss {
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

/** What ends a conversation although neither the bot nor the connector speaks of it. */
function notices(entries: readonly Entry[]): Miss[] {
  return entries.flatMap((entry) =>
    entry.kind === 'notice' && entry.finding.severity === 'error'
      ? [{ check: 'turn', path: [], expected: ['nothing of the kind'], actual: [entry.finding.message] }]
      : [],
  );
}

async function toFailure(
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
