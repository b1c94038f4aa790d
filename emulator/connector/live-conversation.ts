import type { Mock } from '../payload/mock/mock.ts';
import { agentOf } from './agent.ts';
import { leaveSeat } from './jobs/assign.ts';
import { hear, restart, setBotState } from './jobs/bot-states.ts';
import type { BotState } from './bot/bot-state.ts';
import { consumerOf } from './consumer.ts';
import type { Agent, Consumer, Conversation, ConversationState } from './session/conversation.ts';
import type { Assignee, Choice, Entry } from './transcript/entry.ts';
import { idleSettings } from './settings/idle-settings.ts';
import { closeInactive, warn } from './jobs/inactivity.ts';
import { flush } from './jobs/intake.ts';
import { Session, type SessionOptions } from './session/session.ts';
import type { TimerName } from './session/timers.ts';
import { work } from './jobs/work.ts';

/** A conversation as it is driven: one call after the other, each with all that follows from it. */
export class LiveConversation implements Conversation {
  readonly consumer: Consumer;
  readonly agent: Agent;
  readonly #session: Session;
  #turns: Promise<void> = Promise.resolve();
  #driving = false;

  constructor(options: SessionOptions) {
    this.#session = new Session(options, async (bot, attempts) => {
      hear(this.#session, bot, attempts);
      if (!this.#driving) await this.#queue(() => work(this.#session));
    });
    const drive = (what: () => Promise<void> | void): Promise<void> => this.#drive(what);
    this.consumer = consumerOf(this.#session, drive);
    this.agent = agentOf(this.#session, drive);
    const { first } = this.#session.house;
    this.#session.listen(first);
    for (const finding of idleSettings(first.given, first.settings, options.start.sdes)) {
      this.#session.log({ kind: 'notice', finding });
    }
  }

  get id(): string {
    return this.#session.id;
  }

  get transcript(): readonly Entry[] {
    return this.#session.transcript;
  }

  get state(): ConversationState {
    return this.#session.state;
  }

  get assignee(): Assignee {
    return this.#session.assignee;
  }

  get now(): number {
    return this.#session.now;
  }

  get choices(): readonly Choice[] {
    return this.#session.offered.choices;
  }

  get unusedMocks(): readonly Mock[] {
    const { mocks, usedMocks } = this.#session.surroundings;
    return mocks.filter((_, index) => !usedMocks.has(index));
  }

  advance(milliseconds: number): Promise<void> {
    return this.#drive(() => this.#passUntil(this.#session.now + milliseconds));
  }

  settle(): Promise<void> {
    return this.#drive(async () => {
      const { timers } = this.#session;
      for (;;) {
        await work(this.#session);
        const due = [timers.due('delivery'), timers.due('combine')].filter((each) => each !== undefined);
        if (due.length === 0) return;
        await this.#passUntil(Math.min(...due));
      }
    });
  }

  setBotState(state: BotState): Promise<void> {
    return this.#drive(() => setBotState(this.#session, state));
  }

  invoke(name: string, { label, payload }: { label: string; payload: unknown }): Promise<void> {
    const session = this.#session;
    return this.#drive(async () => {
      const { house, now: at, surroundings } = session;
      const run = await house.functions.byName(name, { label, payload, at, surroundings });
      const call = { kind: 'function-call', function: name, payload: label } as const;
      const record = 'record' in run ? { record: run.record } : {};
      if (run.kind === 'answer') session.log({ ...call, outcome: 'answered', answer: run.answer, ...record });
      else session.log({ ...call, outcome: 'failed', message: run.message, ...record });
    });
  }

  close(by: 'consumer' | 'agent' = 'consumer'): Promise<void> {
    return this.#drive(() => {
      const inSurvey = this.#session.state === 'survey';
      this.#session.agenda.push(inSurvey ? { do: 'end-survey' } : { do: 'end', by, survey: true });
    });
  }

  #drive(what: () => Promise<void> | void): Promise<void> {
    return this.#queue(async () => {
      if (this.#session.stopped) return;
      this.#session.step += 1;
      await what();
      await work(this.#session);
      if (this.#session.stopped) await leaveSeat(this.#session, 'closed');
    });
  }

  /** A call that fails holds up none of those behind it. */
  #queue(what: () => Promise<void>): Promise<void> {
    const run = this.#turns.then(async () => {
      this.#driving = true;
      try {
        await what();
      } finally {
        this.#driving = false;
      }
    });
    this.#turns = run.catch(() => undefined);
    return run;
  }

  async #passUntil(moment: number): Promise<void> {
    const { clock, timers } = this.#session;
    for (;;) {
      await work(this.#session);
      const timer = timers.take(moment);
      if (!timer || this.#session.stopped) break;
      clock.advance(Math.max(0, timer.due - clock.now()));
      await this.#fire(timer.name);
    }
    clock.advance(Math.max(0, moment - clock.now()));
  }

  async #fire(name: TimerName): Promise<void> {
    const session = this.#session;
    switch (name) {
      case 'delivery':
        if (session.paused) session.agenda.push(session.paused);
        session.paused = null;
        return;
      case 'combine':
        return flush(session);
      case 'restart':
        return restart(session);
      case 'warning':
        return warn(session);
      case 'inactive':
        return closeInactive(session);
      default:
        return name satisfies never;
    }
  }
}
