import type { Action, Context, Intent, Messages, Response } from '../events/custom-integration';

/** What goes into an answer: messages or an action or both, and the intent behind it. There is room for one action. */
export type Parts = { intent?: Intent } & (
  { messages: Messages; action?: Action } | { messages?: Messages; action: Action }
);

/** The answer as the connector reads it: intent and action side by side in `context`. */
export function answer({ messages, intent, action }: Parts): Response {
  const context = { ...intent, ...action };
  return {
    ...(messages && { messages }),
    ...((intent || action) && { context: context as Context }),
  } as Response;
}

/** An answer that sends nothing and does not escalate: a sole delay, without the bot seeming to type. */
export function noResponse(): Response {
  return { messages: [{ delay: 1, typing: false }] };
}
