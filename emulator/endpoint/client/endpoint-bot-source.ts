import type { Bot, BotReply, BotSource } from '../../connector/bot.ts';
import { checkBotState } from '../contract/bot-state.ts';
import { EndpointApi } from './api.ts';
import { EndpointBot } from './endpoint-bot.ts';
import { failedRead } from './failed.ts';
import { emptyLog, type WireLog } from './log.ts';
import type { EndpointOptions } from './options.ts';
import { readOptions } from './read-options.ts';

/** A Custom Endpoint as a bot: a service of one's own, by its URL. All of its conversations share a token. */
export class EndpointBotSource implements BotSource {
  readonly vendor = 'custom-endpoint';
  readonly #api: EndpointApi;

  /** Throws `bad-endpoint` for options that no request could be made of. */
  constructor(options: EndpointOptions) {
    this.#api = new EndpointApi(readOptions(options));
  }

  bot(): Bot {
    return new EndpointBot(this.#api);
  }

  /** Token, then state: "every state besides 'online' will let the test connection fail". */
  async test(): Promise<Extract<BotReply, { kind: 'failed' }> | null> {
    const log = emptyLog();
    const failed = await this.#stateFailure(log);
    if (!failed) return null;
    return { ...failed, error: 'aivendor.custom-endpoint.testConnection', ...log };
  }

  /** What comes next opens a new connection, with a new token. */
  forget(): void {
    this.#api.forget();
  }

  async #stateFailure(
    log: WireLog,
  ): Promise<Pick<Extract<BotReply, { kind: 'failed' }>, 'kind' | 'message' | 'findings'> | null> {
    const told = await this.#api.state(log);
    if (told.kind === 'failed') return told;
    const body = told.read();
    if (!body.ok) return failedRead([body.complaint]);
    const checked = checkBotState(body.value);
    if (!checked.ok) return failedRead(checked.complaints);
    const { state } = checked.value;
    return state === 'online'
      ? null
      : {
          kind: 'failed',
          message: `the state of the bot is ${state}, and only one that is online starts`,
          findings: [],
        };
  }
}
