import type { LpEvent, Metadata } from './lp-event';
import type { LpSdes } from './lp-sdes';
import type { QuickReplies, StructuredContent } from './structured-content';

/**
 * What Third-Party Bots sends for each action of the consumer. The official table names `message` and `event` only; the
 * rest comes from the documented examples, so every part may be missing.
 * Source: developers.liveperson.com/third-party-bots-liveperson-functions-advanced-features.html.
 */
export interface Request {
  /** Messaging: a UUID. Chat: a session key that begins with `H`. */
  convId?: string | null;
  /** The consumer's text, the text behind a clicked button, or one of the identifiers in consumer-action.ts. */
  message?: string | null;
  /** Chat only, when the conversation begins: its name is `WELCOME`. */
  event?: { name?: string | null } | null;
  context?: {
    /** The raw event of the chat or messaging API. */
    lpEvent?: LpEvent | null;
    /** Engagement attributes; only when the bot collects them, read once when the conversation begins. */
    lpSdes?: LpSdes | null;
  } | null;
}

/**
 * The bot's answer: messages, an action, or both. An answer with neither is an error for the connector
 * (`pipes.verify-ai-response.missing-action-and-messages`) and escalates the conversation, also when it names an intent.
 * Source: developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html.
 */
export type Response =
  { messages: Messages; context?: Context } | { messages?: Messages; context: Context & Action };

/** Sent one after the other, in this order, before the action is carried out. */
export type Messages = readonly [Message, ...Message[]];

/** A text, or one of the objects; each becomes one message. */
export type Message = string | StructuredMessage | QuickRepliesMessage | Delay | PrivateNote;

/** Structured content, at most 15,000 bytes. Links and images must be HTTPS and of a domain that the account allows. */
export interface StructuredMessage extends MessageMetadata {
  structuredContent: StructuredContent;
}

/** Quick replies under a text. Messaging only: on chat they are an error (`quick-replies-not-supported`). */
export interface QuickRepliesMessage extends MessageMetadata {
  structuredContent: { message: string; quickReplies: QuickReplies };
}

interface MessageMetadata {
  metadata?: readonly Metadata[];
  /** Base64, at most 5,000 characters, messaging only, behind an account feature; takes the place of the context's. */
  encodedMetadata?: string;
}

/** A pause in whole seconds. An answer of one delay alone means "no response" and does not escalate. */
export interface Delay {
  delay: number;
  /** Whether the consumer sees the bot typing; true where it is missing. */
  typing?: boolean;
}

/** A text that agents and managers see and the consumer does not. */
export interface PrivateNote {
  text: string;
  messageAudience: 'AGENTS_AND_MANAGERS';
}

/** Beside the messages: at most one intent and, by its type, at most one action. */
export type Context = (Intent | None<Intent>) &
  (Action | None<Transfer>) & { encodedMetadata?: string; metadata?: readonly Metadata[] };

/** What the bot understood; shown in the agent's escalation summary. */
export interface Intent {
  /** At most 256 characters. */
  intentId: string;
  /** At most 256 characters. */
  intentName?: string;
  /** From 0 to 1. */
  confidenceScore: number;
  alternativeIntents?: readonly Omit<Intent, 'alternativeIntents'>[];
}

/** What the connector does after the messages. Only one action an answer is allowed. Names are case-sensitive. */
export type Action = Transfer | CloseConversation | ChangeTtr | Invocation;

/** Hands the conversation over. The skill is its NAME, must exist, and is case-sensitive. */
export interface Transfer {
  action: 'TRANSFER';
  /** `agentId` needs a permission; when that agent is not available, another one of the skill is chosen. */
  actionParameters: { skill: string; agentId?: string };
}

/** Ends the conversation; `withoutPcs` leaves out the post-conversation survey. */
export interface CloseConversation {
  action: 'CLOSE_CONVERSATION';
  actionParameters?: { withoutPcs: boolean };
}

/** Changes the time to respond. Messaging only. An older page also has `CUSTOM`; the current one does not. */
export interface ChangeTtr {
  action: 'CHANGE_TTR';
  actionParameters: { ttrType: TtrType };
}

export type TtrType = 'URGENT' | 'NORMAL' | 'PRIORITIZED';

/** Calls another function. Its failure escalates the conversation only with `failOnError`. */
export interface Invocation {
  action: 'INVOCATION';
  actionParameters: { lambdaUuid: string; payload: object; failOnError?: boolean };
}

type None<Part> = { [Key in keyof Part]?: never };
