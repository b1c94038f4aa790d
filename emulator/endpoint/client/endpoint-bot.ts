import type { Bot, BotConversation, BotEvent, BotReply } from '../../connector/bot/bot.ts';
import type { WireExchange } from '../../connector/bot/wire-exchange.ts';
import type { EndpointEvent } from '../contract/event.ts';
import { checkResponse } from '../contract/response.ts';
import { toAnswer } from '../contract/to-answer.ts';
import { toCloseEvent, toEvent } from '../contract/to-event.ts';
import { toNewConversation } from '../contract/to-new-conversation.ts';
import type { Answered, EndpointApi } from './api.ts';
import { type Failed, failedRead, findingOf } from './failed.ts';
import { emptyLog, type WireLog } from './log.ts';

/** The agent that the bot is. A made-up id: the emulator's bots have names only. */
const assignedAgentId = '00000000-0000-4000-8000-000000000001';

/** A Custom Endpoint in one conversation. */
export class EndpointBot implements Bot {
  readonly #api: EndpointApi;
  #conversation: BotConversation | undefined;
  #created = false;

  constructor(api: EndpointApi) {
    this.#api = api;
  }

  open(conversation: BotConversation): Promise<void> {
    this.#conversation = conversation;
    return Promise.resolve();
  }

  async send({ type, request }: BotEvent): Promise<BotReply> {
    if (!this.#conversation) throw new Error('a bot is opened before it is sent anything');
    const log = emptyLog();
    const told = await this.#tell(this.#conversation, toEvent({ type, request }), log);
    return { ...replyOf(told), ...log };
  }

  /** The end of a survey is told; what is answered to it, nobody reads. */
  async close(): Promise<readonly WireExchange[]> {
    if (!this.#conversation?.survey || !this.#created) return [];
    const log = emptyLog();
    const { id } = this.#conversation;
    await this.#api.tell(id, toCloseEvent(id), log);
    return log.exchanges;
  }

  /** A service that does not know the conversation is told of it once more. */
  async #tell(conversation: BotConversation, event: EndpointEvent, log: WireLog): Promise<Answered | Failed> {
    const first = await this.#tellOnce(conversation, event, log);
    if (first.kind !== 'failed' || first.status !== 404 || !this.#created) return first;
    this.#created = false;
    const second = await this.#tellOnce(conversation, event, log);
    if (second.kind === 'failed' && second.status === 404) this.#created = false;
    return second;
  }

  async #tellOnce(
    { id, sdes, context }: BotConversation,
    event: EndpointEvent,
    log: WireLog,
  ): Promise<Answered | Failed> {
    if (!this.#created) {
      const failed = await this.#api.create(id, toNewConversation({ sdes, context, assignedAgentId }), log);
      if (failed) return failed;
      this.#created = true;
    }
    return this.#api.tell(id, event, log);
  }
}

function replyOf(told: Answered | Failed): BotReply {
  if (told.kind === 'failed') return told;
  const body = told.read();
  if (!body.ok) return failedRead([body.complaint]);
  const checked = checkResponse(body.value);
  if (!checked.ok) return failedRead(checked.complaints);
  const { answer, notices } = toAnswer(checked.value);
  const findings = notices.map((notice) => findingOf(notice, 'warning'));
  return { kind: 'answer', answer, findings };
}
