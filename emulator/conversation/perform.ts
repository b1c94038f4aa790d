import type { Entry } from '../connector/transcript/entry.ts';
import { isEmulatorError } from '../errors.ts';
import type { Mock } from '../payload/mock/mock.ts';
import { checkTurn } from './check/check.ts';
import { shownPath } from '../project/json-file.ts';
import type { Miss } from './check/miss.ts';
import { baseOf, sceneOf, type Script } from './conversation-file.ts';
import { missOf, toFailure } from './failure.ts';
import type { PlayedTurn } from './played-turn.ts';
import { Player } from './player.ts';
import type { ConversationResult, Failure } from './result.ts';
import type { Turn } from './schema/turn.ts';
import { seenIn } from './seen.ts';
import type { Transcript } from './transcript/file.ts';
import { lean } from './lean.ts';
import { withoutSecrets } from './secrets.ts';
import { openScene, type StageOptions } from './stage.ts';
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
    const unused = stage.unusedMocks();
    return await told(script, options, { began, failures, turns, id: conversation.id, unused });
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
  { root, settings, generation, functions, botSource }: StageOptions,
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
      generation: botSource ? generation : await functions.generationOf(bot, generation),
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

/** What ends a conversation although neither the bot nor the connector speaks of it. */
function notices(entries: readonly Entry[]): Miss[] {
  return entries.flatMap((entry) =>
    entry.kind === 'notice' && entry.finding.severity === 'error'
      ? [{ check: 'turn', path: [], expected: ['nothing of the kind'], actual: [entry.finding.message] }]
      : [],
  );
}
