import type { Bot, BotConversation, BotEvent, BotReply, BotSource } from './bot.ts';
import { type FunctionRun, type ProjectFunctions, tooLarge } from './functions.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * A function as a bot. It keeps nothing between its calls, so there is nothing to open and to close.
 * Source: developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html.
 */
export class FunctionBotSource implements BotSource {
  readonly #name: string;
  readonly #functions: ProjectFunctions;
  readonly #fresh: () => Promise<Surroundings>;

  /** `fresh` makes the surroundings of a call outside of any conversation. */
  constructor(name: string, functions: ProjectFunctions, fresh: () => Promise<Surroundings>) {
    this.#name = name;
    this.#functions = functions;
    this.#fresh = fresh;
  }

  bot(): Bot {
    return new FunctionBot(this.#name, this.#functions);
  }

  /** What the test sends is not documented; that it calls the function with a short text is ours. */
  async test(): Promise<Extract<BotReply, { kind: 'failed' }> | null> {
    const payload = { convId: 'connection-test', message: 'test', context: { lpEvent: {}, lpSdes: {} } };
    const run = await this.#functions.byName(this.#name, {
      label: 'connection test',
      payload,
      at: Date.now(),
      surroundings: await this.#fresh(),
    });
    const reply = replyOf(run);
    return reply.kind === 'failed' ? { ...reply, error: 'aivendor.faas.testConnection' } : null;
  }
}

class FunctionBot implements Bot {
  readonly #name: string;
  readonly #functions: ProjectFunctions;
  #surroundings: Surroundings | undefined;

  constructor(name: string, functions: ProjectFunctions) {
    this.#name = name;
    this.#functions = functions;
  }

  open({ surroundings }: BotConversation): Promise<void> {
    this.#surroundings = surroundings;
    return Promise.resolve();
  }

  async send({ type, request, at }: BotEvent): Promise<BotReply> {
    if (!this.#surroundings) throw new Error('a bot is opened before it is sent anything');
    const call = { label: type, payload: request, at, surroundings: this.#surroundings };
    return replyOf(await this.#functions.byName(this.#name, call));
  }

  close(): Promise<[]> {
    return Promise.resolve([]);
  }
}

/**
 * Two codes have the same causes on the page of errors; that the second one stands for a function that could not even be
 * called is ours.
 */
function replyOf(run: FunctionRun): BotReply {
  switch (run.kind) {
    case 'answer':
      return tooLargeReply(run) ?? run;
    case 'failed':
      return { ...run, error: 'aivendor.faas.invoke-lambda' };
    case 'unusable':
      return { ...run, kind: 'failed', error: 'aivendor.faas.failed-faas-request' };
    default:
      return run satisfies never;
  }
}

/** An answer that is too large to be handed on leaves no body; its record has the finding. */
function tooLargeReply({ record }: Extract<FunctionRun, { kind: 'answer' }>): BotReply | undefined {
  const large = tooLarge(record);
  if (!large) return undefined;
  return { kind: 'failed', error: 'aivendor.faas.missing-response-body', message: large.message, record };
}
