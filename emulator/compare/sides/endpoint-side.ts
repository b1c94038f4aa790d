import type { BotReply, BotSource } from '../../connector/bot/bot.ts';
import type { BotAccess } from '../../connector/connector.ts';
import { FunctionBotSource } from '../../connector/bot/function-bot.ts';
import { type Script, sceneOf } from '../../conversation/conversation-file.ts';
import { invokerOptionsOf, type Opened, openScene, type StageOptions } from '../../conversation/stage.ts';
import { EndpointBotSource } from '../../endpoint/client/endpoint-bot-source.ts';
import { endpointDefaults, type EndpointOptions } from '../../endpoint/client/options.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import { type BotCall, botCalls, failedCalls } from '../calls.ts';
import { type Play, playTurns, type Side } from '../play.ts';
import type { Sample } from '../sample.ts';
import { endpointSample } from './endpoint-sample.ts';
import type { Guest, Guests } from './guests.ts';
import type { Limits } from '../../platform/limits.ts';
import { KeptInvokers } from './kept-invokers.ts';
import { WatchedBot } from './watched-bot.ts';

/** What a side of an endpoint is made of. */
export interface EndpointSideOptions {
  /** The function that the endpoint stands in for. */
  name: string;
  target: EndpointOptions;
  stage: StageOptions;
  /** Where a service on this machine finds the conversations that it is called for. */
  guests: Guests;
}

/** A Custom Endpoint as the bot; its times are measured. */
export class EndpointSide implements Side {
  readonly approach = 'endpoint';
  readonly #options: EndpointSideOptions;
  readonly #source: EndpointBotSource;
  readonly #invokers: KeptInvokers;
  #cold = true;
  /** Of each call of the endpoint, in order. */
  #samples: (Sample | undefined)[] = [];

  constructor(options: EndpointSideOptions) {
    const { stage, target } = options;
    this.#options = options;
    this.#source = new EndpointBotSource(options.target);
    this.#invokers = new KeptInvokers(
      invokerOptionsOf({ ...stage, limits: { ...stage.limits, ...ownLimits(target) } }),
    );
  }

  /** The service stays up, as services do. */
  renew(): Promise<void> {
    this.#source.forget();
    this.#cold = true;
    return Promise.resolve();
  }

  /** From the next request on each may take so many milliseconds. */
  allow(timeout: number): void {
    this.#source.allow(timeout);
  }

  /** Opens a conversation of a script; close it. */
  open(script: Pick<Script, 'function' | 'given' | 'path'>): Promise<Opened> {
    return openScene(sceneOf(script), {
      ...this.#options.stage,
      invokers: this.#invokers,
      botSource: (name, access) => this.#sourceOf(name, access),
    });
  }

  async play(script: Script): Promise<Play> {
    this.#samples = [];
    const stage = await this.open(script);
    try {
      const played = await playTurns(stage, script.turns);
      const calls = botCalls(played);
      const failed = failedCalls(played);
      const samples = this.#samplesOf(calls, failed);
      return { ...played, samples, calls: calls.length, errors: failed.size };
    } finally {
      await stage.close();
      this.#options.guests.leave(stage.conversation.id);
    }
  }

  close(): Promise<void> {
    this.#source.forget();
    return this.#invokers.close();
  }

  /** Bots of other functions stay functions: an endpoint stands in for one. */
  #sourceOf(name: string, { functions, fresh }: BotAccess): BotSource {
    if (name !== this.#options.name) return new FunctionBotSource(name, functions, fresh);
    const { guests } = this.#options;
    return {
      vendor: this.#source.vendor,
      test: () => this.#source.test(),
      bot: () => {
        let guest: Guest | undefined;
        return new WatchedBot(this.#source.bot(), {
          onOpen: ({ id, surroundings }) => {
            guest = { name, functions, surroundings, at: Date.now(), records: [] };
            guests.enter(id, guest);
          },
          onSend: ({ at }) => {
            if (guest) guest.at = at;
          },
          onReply: (reply, first) => this.#note(reply, first, guest?.records.splice(0) ?? []),
        });
      },
    };
  }

  #note(reply: BotReply, first: boolean, records: readonly InvocationRecord[]): void {
    const start = this.#cold ? 'cold' : 'warm';
    this.#cold = false;
    this.#samples.push(
      reply.kind === 'answer' ? endpointSample(reply, { start, first, records }) : undefined,
    );
  }

  /** Bots of other functions are no part of the endpoint, and make no requests. */
  #samplesOf(calls: readonly BotCall[], failed: ReadonlySet<BotCall>): Sample[] {
    const own = calls.filter(({ exchanges }) => exchanges !== undefined);
    return own.flatMap((call, index) => (failed.has(call) ? [] : (this.#samples[index] ?? [])));
  }
}

/** The platform's limits of time and logs do not hold for a service of one's own; how long the connector waits does. */
function ownLimits({ timeout = endpointDefaults.timeout }: EndpointOptions): Partial<Limits> {
  return { deadline: timeout, logEntries: 1_000_000, logCharacters: 100_000_000 };
}
