import type { OutboundAnswer, OutboundRequest } from '../../services/exchange.ts';
import type { Ask } from '../outside.ts';
import { expectReply, replyArrived, tell } from './channel.ts';

const waiting = new Map<number, (reply: string) => void>();
let keys = 0;

/** Asks the host; `onReply` gets JSON text. Answers how to give up, after which no reply comes. */
export function ask(question: Ask, onReply: (reply: string) => void): () => void {
  keys += 1;
  const key = keys;
  waiting.set(key, onReply);
  expectReply();
  tell({ type: 'ask', key, ask: question });
  return () => {
    if (!waiting.delete(key)) return;
    replyArrived();
    tell({ type: 'give-up', key });
  };
}

/** Hands the host's reply to whoever waits for it. */
export function receiveReply(key: number, reply: string): void {
  const onReply = waiting.get(key);
  if (!onReply || !waiting.delete(key)) return;
  replyArrived();
  onReply(reply);
}

/** How the client at hand sends its request. */
export interface Manner {
  /** Whether it takes any certificate. */
  trusting: boolean;
}

/** Sends one outbound request for a client with a connection of its own; answers how to give up. */
export function send(
  request: OutboundRequest,
  { trusting }: Manner,
  onAnswer: (answer: OutboundAnswer) => void,
): () => void {
  const question: Ask = {
    kind: 'http',
    request,
    connected: true,
    ...(trusting && { trusting: true as const }),
  };
  return ask(question, (reply) => onAnswer(JSON.parse(reply) as OutboundAnswer));
}

/**
 * Tells the host of a connection that is refused before any request is made; `path` is what it wanted, where it was
 * HTTP but for that.
 */
export function tellRefused(target: string, error: Error, path?: string): void {
  const { message } = error;
  ask({ kind: 'connect', target, message, ...(path !== undefined && { path }) }, () => undefined);
}
