import type { BotStart } from '../connector/connector.ts';
import type { Conversation } from '../connector/session/conversation.ts';
import type { Entry } from '../connector/transcript/entry.ts';
import { timeOf } from '../connector/settings/read-settings.ts';
import { type ConnectorError, shortCode } from '../platform/connector-errors.ts';
import { hostedFile } from './hosted-file.ts';
import type { PlayedTurn } from './played-turn.ts';
import type { Turn } from './schema/turn.ts';
import type { Opened } from './stage.ts';

/** Plays turns on an open conversation, one after the other. */
export class Player {
  readonly #stage: Opened;
  /** Where in the transcript the turn at hand begins. */
  #start = 0;
  /** When the turn at hand was played. */
  #at = 0;
  #started: BotStart | undefined;

  constructor(stage: Opened) {
    this.#stage = stage;
  }

  get #conversation(): Conversation {
    return this.#stage.conversation;
  }

  /**
   * Plays a turn and lets time pass until the bot has said all that it has to say, or until the moment of `next` where
   * that names one. Throws what the conversation throws, such as `unknown-button`.
   */
  async play(turn: Turn, next?: Turn): Promise<PlayedTurn> {
    const conversation = this.#conversation;
    this.#at = conversation.now;
    await this.#act(turn);
    if (next?.after === undefined) await conversation.settle();
    else await conversation.advance(Math.max(0, this.#at + timeOf(next.after) - conversation.now));
    return this.collect(turn);
  }

  /** What has come of a turn so far: all that there is where it could not be played to its end. */
  collect(turn: Turn): PlayedTurn {
    const { transcript, state, assignee } = this.#conversation;
    const entries = [...this.#startError(), ...transcript.slice(this.#start)];
    this.#start = transcript.length;
    return { turn, entries, standing: { state, assignee } };
  }

  async #act({ says, clicks, sends, types, joins, reports, idle, agent, bot, ...rest }: Turn): Promise<void> {
    const conversation = this.#conversation;
    const { consumer } = conversation;
    if (says !== undefined) for (const text of [says].flat()) await consumer.says(text);
    if (clicks !== undefined) await consumer.clicks(this.#choice(clicks));
    if (sends) await this.#send(sends);
    if (types) await consumer.types();
    if (joins) await consumer.joins();
    if (reports) await consumer.reports(reports);
    if (idle !== undefined) await conversation.advance(timeOf(idle));
    if (agent) await this.#actAgent(agent);
    if (bot === 'starts') this.#started = await this.#stage.connector.start();
    else if (bot) await conversation.setBotState(bot);
    if (rest.invokes) await this.#invoke(rest.invokes);
    if (rest.closes) await conversation.close(rest.closes);
  }

  async #send({ file, richContent, event }: NonNullable<Turn['sends']>): Promise<void> {
    const { consumer } = this.#conversation;
    if (file !== undefined) await consumer.sendsFile(hostedFile(file));
    if (richContent) await consumer.sendsRichContent(richContent);
    if (event) await consumer.does(event);
  }

  async #invoke({ function: name, payload }: NonNullable<Turn['invokes']>): Promise<void> {
    const isStored = typeof payload === 'string';
    const value = isStored ? await this.#stage.storedPayload(name, payload) : payload;
    await this.#conversation.invoke(name, { label: isStored ? payload : 'payload', payload: value });
  }

  async #actAgent({ joins, says, transfers, name }: NonNullable<Turn['agent']>): Promise<void> {
    const { agent } = this.#conversation;
    if (joins !== undefined) await agent.joins(joins === true ? name : joins);
    if (says !== undefined) await agent.says(says, name);
    if (transfers !== undefined) await agent.transfers(transfers);
  }

  /** A connection test is no part of a conversation, so that the connector itself tells nothing of it there. */
  #startError(): Entry[] {
    const { code, message = '' } = this.#started ?? {};
    this.#started = undefined;
    if (code === undefined) return [];
    const error = shortCode(code) as ConnectorError;
    return [{ kind: 'error', error, code, errorId: '', message, findings: [], at: this.#at, step: 0 }];
  }

  /** A number counts from the first one that is offered; one beyond them names nothing. */
  #choice(clicked: string | number) {
    if (typeof clicked === 'string') return clicked;
    return this.#conversation.choices[clicked - 1] ?? `number ${clicked}`;
  }
}
