import type { Conversation } from '../connector/session/conversation.ts';
import type { CallableFunctions } from '../invoke/callable.ts';
import { botsHalf } from './half.ts';
import type { PlayedTurn } from './played-turn.ts';
import { Player } from './player.ts';
import type { Turn } from './schema/turn.ts';
import { withoutSecrets } from './secrets.ts';
import { type Opened, openScene, type Scene, type StageOptions } from './stage.ts';
import type { Transcript } from './transcript/file.ts';
import { nameVolatile } from './volatile.ts';

/** What a chat is played on, its functions excepted: they are read again and again. */
export interface ChatOptions extends Omit<StageOptions, 'functions'> {
  /** The functions of the project as they are on disk now. */
  read(): Promise<CallableFunctions>;
}

/** A turn that was played, and from when to when, in the conversation's own time. */
export interface ChatTurn extends PlayedTurn {
  from: number;
  until: number;
}

/** A turn with the functions that it was played with. */
interface Past {
  played: ChatTurn;
  functions: CallableFunctions;
}

/** What came of playing the last turn again. */
export interface Retried {
  played: ChatTurn;
  /** Turns before it, counted from 1, in which the bot did something else than the first time. */
  strayed: number[];
}

/** A conversation by hand: turn by turn, and the last one again after an edit. */
export class Chat {
  readonly #options: ChatOptions;
  readonly #scene: Scene;
  #past: Past[] = [];
  #functions: CallableFunctions;
  #stage: Opened;
  #player: Player;

  private constructor(scene: Scene, options: ChatOptions, functions: CallableFunctions, stage: Opened) {
    this.#options = options;
    this.#functions = functions;
    this.#stage = stage;
    this.#player = new Player(stage);
    // Whatever repeats this conversation begins when it began.
    const clock = new Date(stage.conversation.now).toISOString();
    this.#scene = { ...scene, given: { ...scene.given, clock } };
  }

  /** Opens a conversation. Throws what is wrong with its settings. */
  static async open(scene: Scene, options: ChatOptions): Promise<Chat> {
    const functions = await options.read();
    return new Chat(scene, options, functions, await openScene(scene, { ...options, functions }));
  }

  get conversation(): Conversation {
    return this.#stage.conversation;
  }

  get scene(): Scene {
    return this.#scene;
  }

  get turns(): readonly PlayedTurn[] {
    return this.#past.map(({ played: { turn, entries, standing } }) => ({ turn, entries, standing }));
  }

  /** Plays a turn until the bot has said all that it has to say. Throws what the conversation throws. */
  async play(turn: Turn): Promise<ChatTurn> {
    const played = await playOn(this.#stage.conversation, this.#player, turn);
    this.#past.push({ played, functions: this.#functions });
    return played;
  }

  /** From now on functions are what they are on disk now. Answers them, so that they can be looked at. */
  async reload(): Promise<CallableFunctions> {
    this.#functions = await this.#options.read();
    this.#stage.connector.reload(this.#functions);
    return this.#functions;
  }

  /**
   * Plays the last turn again, with the functions as they are on disk now, in the state that the conversation was in
   * before it. That state is made anew: the turns before are played with the functions that they were played with then.
   * Where there is no turn nothing happens.
   */
  async retry(): Promise<Retried | undefined> {
    const before = this.#past.slice(0, -1);
    const last = this.#past.at(-1);
    if (!last) return undefined;
    const functions = await this.#options.read();
    const stage = await openScene(this.#scene, { ...this.#options, functions });
    const { conversation, connector } = stage;
    try {
      const player = new Player(stage);
      const past: Past[] = [];
      for (const { played, functions: then } of before) {
        connector.reload(then);
        past.push({ played: await playOn(conversation, player, played.turn), functions: then });
      }
      connector.reload(functions);
      const played = await playOn(conversation, player, last.played.turn);
      const strayed = past.flatMap((each, index) =>
        halfOf(each, conversation.id) === halfOf(before[index], this.conversation.id) ? [] : [index + 1],
      );
      await this.close();
      this.#past = [...past, { played, functions }];
      this.#functions = functions;
      this.#stage = stage;
      this.#player = player;
      return { played, strayed };
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  /** The conversation so far, without the values of secrets. */
  transcript(name: string): Transcript {
    const { generation, settings } = this.#options;
    const whole = { ...this.#scene, name, generation, id: this.conversation.id, turns: this.turns };
    return withoutSecrets(whole, settings);
  }

  async close(): Promise<void> {
    await this.#stage.close();
  }
}

async function playOn(conversation: Conversation, player: Player, turn: Turn): Promise<ChatTurn> {
  const from = conversation.now;
  return { ...(await player.play(turn)), from, until: conversation.now };
}

function halfOf(past: Past | undefined, id: string): string {
  return JSON.stringify(nameVolatile(botsHalf(past?.played.entries ?? []), id));
}
