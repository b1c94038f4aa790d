import type { Clock } from '../../services/clock.ts';
import type { Combining } from '../request/combine.ts';
import type { ConversationStart, ConversationState } from './conversation.ts';
import type { Assignee, Entry, Event } from '../transcript/entry.ts';
import type { House } from './house.ts';
import type { Job } from './jobs.ts';
import { type RawContent, rawEvent } from '../request/raw-events.ts';
import { Offered } from '../transcript/offered.ts';
import type { Passed } from '../request/request.ts';
import type { RunningBot, StateListener } from '../bot/running-bot.ts';
import type { Seat } from './seat.ts';
import type { Channel } from '../settings/settings.ts';
import type { Surroundings } from '../bot/surroundings.ts';
import { Timers } from './timers.ts';

/** Entries that a transcript holds at most; ours, so that memory stays bounded whatever a bot does. */
export const mostEntries = 20_000;

/** What a conversation is made of. */
export interface SessionOptions {
  id: string;
  channel: Channel;
  /** The skill that it is routed to. */
  skill: string;
  house: House;
  clock: Clock;
  surroundings: Surroundings;
  start: ConversationStart;
}

/** The state of one conversation. It only keeps; what happens is in the files beside it, one for each kind of job. */
export class Session {
  readonly id: string;
  readonly channel: Channel;
  readonly house: House;
  readonly clock: Clock;
  readonly surroundings: Surroundings;
  readonly over: Readonly<Record<string, unknown>>;
  readonly timers = new Timers();
  readonly transcript: Entry[] = [];
  readonly offered = new Offered();
  /** What has to be done now, in order. */
  readonly agenda: Job[] = [];
  /** What the consumer did and the bot has not been told yet. */
  readonly queue: Passed[] = [];
  /** What has waited long enough for other texts to be combined with. */
  readonly ready: Passed[] = [];
  combining: Combining | null = null;
  /** The rest of an answer, behind a delay. */
  paused: Extract<Job, { do: 'deliver' }> | null = null;
  state: ConversationState = 'new';
  assignee: Assignee = { type: 'nobody' };
  skill: string;
  seat: Seat | null = null;
  /** The bot that will take it once it takes conversations at all. */
  awaited: RunningBot | null = null;
  /** The visitor's engagement attributes now; a bot may know older ones. */
  attributes: Readonly<Record<string, unknown>>;
  lastConsumerMessage = '';
  dialogId: string;
  /** Hand-overs since a person did something. */
  handOvers = 0;
  interruptedAt: number | null = null;
  step = 0;
  #sequence = 0;
  #stopped = false;
  readonly #listener: StateListener;

  constructor(options: SessionOptions, listener: StateListener) {
    const { id, channel, skill, house, clock, surroundings, start } = options;
    this.id = id;
    this.dialogId = id;
    this.channel = channel;
    this.skill = skill;
    this.house = house;
    this.clock = clock;
    this.surroundings = surroundings;
    this.over = start.lpEvent ?? {};
    this.attributes = start.sdes ?? {};
    this.#listener = listener;
  }

  get now(): number {
    return this.clock.now();
  }

  /** Whether it is too long to go on with. */
  get stopped(): boolean {
    return this.#stopped;
  }

  log(event: Event): void {
    if (this.#stopped) return;
    this.transcript.push({ ...event, at: this.now, step: this.step });
    this.offered.note(event);
    if (this.transcript.length >= mostEntries) this.#stop();
  }

  /** What the consumer does now, with the raw event of the API. */
  passed(content: RawContent): Passed {
    const { id: convId, dialogId, channel, now: at, over } = this;
    const place = { convId, dialogId, channel, at, over, sequence: this.#sequence++ };
    return { content, raw: rawEvent(content, place, this.house.shapes) };
  }

  /** From now on it hears of the state of `bot`. */
  listen(bot: RunningBot): void {
    bot.listeners.add(this.#listener);
  }

  /** It hears of no bot any more. */
  deafen(): void {
    for (const bot of this.house.bots.values()) bot.listeners.delete(this.#listener);
  }

  #stop(): void {
    this.#stopped = true;
    const message = `the conversation has ${mostEntries} entries, and is not followed any further`;
    const hint = 'find out what goes on and on: the last entries tell';
    const finding = { code: 'long-conversation', severity: 'error', message, hint } as const;
    this.transcript.push({ kind: 'notice', finding, at: this.now, step: this.step });
    this.agenda.length = 0;
    this.queue.length = 0;
    this.ready.length = 0;
    this.state = 'closed';
  }
}
