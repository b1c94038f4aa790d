import type { Bot, BotConversation, BotEvent, BotReply } from '../../connector/bot.ts';
import type { WireExchange } from '../../connector/wire-exchange.ts';

/** One event and its reply, and how long they took. */
export interface Timed {
  reply: BotReply;
  /** Milliseconds on this machine, with what had to be done before the first event. */
  elapsed: number;
  /** Whether it is the first event of the conversation. */
  first: boolean;
  exchanges: readonly WireExchange[];
}

/** What a bot in a conversation is watched for. */
export interface Watching {
  onOpen(conversation: BotConversation): void;
  onSend(event: BotEvent): void;
  onReply(timed: Timed): void;
}

/** A bot whose events are timed. */
export class TimedBot implements Bot {
  readonly #bot: Bot;
  readonly #watching: Watching;
  /** Of opening it, which the first event waits for. */
  #before = 0;
  #first = true;

  constructor(bot: Bot, watching: Watching) {
    this.#bot = bot;
    this.#watching = watching;
  }

  async open(conversation: BotConversation): Promise<void> {
    this.#watching.onOpen(conversation);
    const began = performance.now();
    await this.#bot.open(conversation);
    this.#before = performance.now() - began;
  }

  async send(event: BotEvent): Promise<BotReply> {
    this.#watching.onSend(event);
    const began = performance.now();
    const reply = await this.#bot.send(event);
    const elapsed = performance.now() - began + this.#before;
    this.#watching.onReply({ reply, elapsed, first: this.#first, exchanges: reply.exchanges ?? [] });
    this.#before = 0;
    this.#first = false;
    return reply;
  }

  close(): ReturnType<Bot['close']> {
    return this.#bot.close();
  }
}
