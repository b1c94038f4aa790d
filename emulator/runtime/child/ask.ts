import type { OutboundAnswer, OutboundFailure, OutboundRequest } from '../../services/exchange.ts';
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

/** Sends one outbound request; answers how to give up. */
export function send(request: OutboundRequest, onAnswer: (answer: OutboundAnswer) => void): () => void {
  return ask({ kind: 'http', request }, (reply) => onAnswer(JSON.parse(reply) as OutboundAnswer));
}

/** The failure as Node's own clients report it. */
export function errorOf({ failure: { code, message } }: OutboundFailure): Error {
  return Object.assign(new Error(message), { code });
}
