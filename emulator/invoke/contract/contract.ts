import type { Finding } from '../../errors.ts';
import type { Generation } from '../../platform/generations.ts';
import type { RichContent } from './rich-content.ts';

/** What was asked, beside the answer: some rules hold for chat only, some for one generation. */
export interface ContractContext {
  /** The input's `payload`, as the event's caller sent it. */
  payload: unknown;
  generation: Generation;
}

/** Judges one event's answer as its caller would; `undefined` stands for no answer at all. */
export type Contract = (result: unknown, context: ContractContext) => Finding[] | Promise<Finding[]>;

/** What the rules for a message need to know of the conversation. */
export interface MessageContext {
  chat: boolean;
  /** Loaded only when the answer holds structured content. */
  richContent: RichContent | undefined;
}
