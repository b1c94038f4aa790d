import type { Bot, BotConversation, BotEvent, BotReply } from '../../connector/bot/bot.ts';

/** What a bot in a conversation is watched for. */
export interface Watching {
  onOpen: (conversation: BotConversation) => void;
  onSend: (event: BotEvent) => void;
  /** `first`: to the first event of the conversation. */
  onReply: (reply: BotReply, first: boolean) => void;
}

/** A bot that somebody watches. */
export class WatchedBot implements Bot {
  readonly #bot: Bot;
  readonly #watching: Watching;
  #first = true;

  constructor(bot: Bot, watching: Watching) {
    this.#bot = bot;
    this.#watching = watching;
  }

  open(conversation: BotConversation): Promise<void> {
    this.#watching.onOpen(conversation);
    return this.#bot.open(conversation);
  }

  async send(event: BotEvent): Promise<BotReply> {
    this.#watching.onSend(event);
    const reply = await this.#bot.send(event);
    this.#watching.onReply(reply, this.#first);
    this.#first = false;
    return reply;
  }

  close(): ReturnType<Bot['close']> {
    return this.#bot.close();
  }
}
