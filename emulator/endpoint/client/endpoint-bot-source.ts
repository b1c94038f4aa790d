import type { Bot, BotReply, BotSource } from '../../connector/bot/bot.ts';
import { EmulatorError } from '../../errors.ts';
import { EndpointApi } from './api.ts';
import { testConnection } from './connection-test.ts';
import { EndpointBot } from './endpoint-bot.ts';
import { emptyLog } from './log.ts';
import type { EndpointOptions } from './options.ts';
import { readOptions } from './read-options.ts';

/** A Custom Endpoint as a bot: a service of one's own, by its URL. All of its conversations share a token. */
export class EndpointBotSource implements BotSource {
  readonly vendor = 'custom-endpoint';
  readonly #api: EndpointApi;
  readonly #baseUrl: string;

  /** Throws `bad-endpoint` for options that no request could be made of. */
  constructor(options: EndpointOptions) {
    const endpoint = readOptions(options);
    this.#api = new EndpointApi(endpoint);
    this.#baseUrl = endpoint.baseUrl;
  }

  bot(): Bot {
    return new EndpointBot(this.#api);
  }

  async test(): Promise<Extract<BotReply, { kind: 'failed' }> | null> {
    const log = emptyLog();
    const wrong = await testConnection(this.#api, log);
    if (!wrong) return null;
    const { message, findings } = wrong;
    return { kind: 'failed', error: 'aivendor.custom-endpoint.testConnection', message, findings, ...log };
  }

  /** The same before anything is played. Throws `bad-endpoint` with what to do. */
  async assertReady(): Promise<void> {
    const wrong = await testConnection(this.#api, emptyLog());
    if (!wrong) return;
    throw new EmulatorError({
      code: 'bad-endpoint',
      message: `${this.#baseUrl} does not pass the connection test: ${wrong.message}`,
      hint: wrong.hint,
    });
  }

  /** From the next request on each may take so many milliseconds. */
  allow(timeout: number): void {
    this.#api.allow(timeout);
  }

  /** What comes next opens a new connection, with a new token. */
  forget(): void {
    this.#api.forget();
  }
}
