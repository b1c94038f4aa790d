import type { Script } from '../conversation/conversation-file.ts';
import type { PlayedTurn } from '../conversation/played-turn.ts';
import { Player } from '../conversation/player.ts';
import type { Opened } from '../conversation/stage.ts';
import { isEmulatorError } from '../errors.ts';
import type { Played } from './answers.ts';
import type { Approach } from './approach.ts';
import type { Sample } from './sample.ts';

/** One play of a conversation. */
export interface Play extends Played {
  samples: Sample[];
  /** Calls of the bot, and those of them that the connector could not go on after. */
  calls: number;
  errors: number;
}

/** One way to run the bot, for one conversation after the other. */
export interface Side {
  approach: Approach;
  /** What comes next starts cold: a fresh instance, or a fresh connection with a fresh token. */
  renew(): Promise<void>;
  play(script: Script): Promise<Play>;
  close(): Promise<void>;
}

/** Plays the turns of a conversation that is open; what cannot be done in one, such as a click on nothing, ends it. */
export async function playTurns(stage: Opened, turns: Script['turns']): Promise<Played> {
  const player = new Player(stage);
  const played: PlayedTurn[] = [];
  const { id } = stage.conversation;
  for (const [index, turn] of turns.entries()) {
    try {
      played.push(await player.play(turn, turns[index + 1]));
    } catch (error) {
      if (!isEmulatorError(error)) throw error;
      played.push(player.collect(turn));
      return { id, turns: played, stopped: error.finding.message };
    }
  }
  return { id, turns: played };
}
