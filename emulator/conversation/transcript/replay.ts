import { isEmulatorError } from '../../errors.ts';
import { type Difference, differences } from '../../invoke/differences.ts';
import { botsHalf } from '../half.ts';
import type { PlayedTurn } from '../played-turn.ts';
import { Player } from '../player.ts';
import { openScene, type StageOptions } from '../stage.ts';
import { turnWords } from '../turn-words.ts';
import { nameVolatile } from '../volatile.ts';
import type { Transcript } from './file.ts';

/** What came of one turn of a replay. */
export interface ReplayedTurn {
  /** Counted from 1. */
  turn: number;
  input: string;
  /** `skipped`: played, but not compared. `impossible`: it could not be played, and neither could those behind it. */
  outcome: 'same' | 'different' | 'skipped' | 'impossible';
  /** Where the bot's half is another one than in the transcript. */
  differences: Difference[];
  /** Why it could not be played. */
  reason?: string;
}

/** A replay: the turns one by one, and the conversation as it went this time. */
export interface Replay {
  turns: ReplayedTurn[];
  transcript: Transcript;
}

/**
 * Plays the consumer's half of a transcript on the functions as they are now, and compares the bot's half turn by turn.
 * Turns before `from` are played to bring the conversation there, and not compared.
 */
export async function replay(
  transcript: Transcript,
  options: StageOptions,
  { from = 1 }: { from?: number } = {},
): Promise<Replay> {
  const stage = await openScene(transcript, options);
  const { conversation } = stage;
  try {
    const player = new Player(stage);
    const turns: ReplayedTurn[] = [];
    const played: PlayedTurn[] = [];
    for (const [index, { turn, entries: before }] of transcript.turns.entries()) {
      const head = { turn: index + 1, input: turnWords(turn) };
      try {
        const now = await player.play(turn, transcript.turns[index + 1]?.turn);
        played.push(now);
        const all = differences(half(before, transcript.id), half(now.entries, conversation.id));
        if (index + 1 < from) turns.push({ ...head, outcome: 'skipped', differences: [] });
        else turns.push({ ...head, outcome: all.length > 0 ? 'different' : 'same', differences: all });
      } catch (error) {
        if (!isEmulatorError(error)) throw error;
        const { message, hint } = error.finding;
        turns.push({ ...head, outcome: 'impossible', differences: [], reason: `${message} ${hint}` });
        break;
      }
    }
    return { turns, transcript: { ...transcript, id: conversation.id, turns: played } };
  } finally {
    await stage.close();
  }
}

/** As it is in a file, so that what JSON does not keep is no difference. */
function half(entries: PlayedTurn['entries'], id: string): unknown {
  return JSON.parse(JSON.stringify(nameVolatile(botsHalf(entries), id)));
}

/** Whether the bot did everything as it had done. */
export function isSame({ turns }: Pick<Replay, 'turns'>): boolean {
  return turns.every(({ outcome }) => outcome === 'same' || outcome === 'skipped');
}
