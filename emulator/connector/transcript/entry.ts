import type { Finding } from '../../errors.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import type { ConnectorError } from '../../platform/connector-errors.ts';
import type { BotEventType } from '../bot/bot.ts';
import type { BotState } from '../bot/bot-state.ts';
import type { WireExchange } from '../bot/wire-exchange.ts';

/** Something that a consumer can click: a quick reply, or a button of a card that publishes a text. */
export interface Choice {
  title: string;
  /** What the bot gets as `message`. */
  text: string;
  /** `click.metadata`, which the bot finds in `context.lpEvent.metadata`. */
  metadata?: readonly unknown[];
}

/** A file as the messaging API has it. */
export interface HostedFile {
  caption?: string;
  relativePath: string;
  fileType: string;
  preview?: string;
}

/** Who a conversation is assigned to. Nobody: it waits in the queue of its skill. */
export type Assignee = { type: 'bot' | 'agent'; name: string } | { type: 'nobody' };

/** Where what the consumer did went: to the bot, to an agent, waiting to be combined or to be taken, or nowhere. */
export type PassedTo = 'bot' | 'agent' | 'waiting' | 'nobody';

/** The consumer's half. */
export type ConsumerEntry =
  | { kind: 'consumer-joined' }
  /** Engagement attributes that the visitor's page reports from now on. */
  | { kind: 'consumer-attributes'; attributes: Readonly<Record<string, unknown>> }
  | { kind: 'consumer-typing' }
  | { kind: 'consumer-text'; text: string; to: PassedTo }
  | ({ kind: 'consumer-click'; to: PassedTo } & Choice)
  | { kind: 'consumer-rich-content'; content: unknown; to: PassedTo }
  | { kind: 'consumer-file'; file: HostedFile; to: PassedTo }
  /** Any other event of the messaging API, by its type. */
  | { kind: 'consumer-event'; type: string; event: unknown; to: 'nobody' };

/** What people of the brand do. */
export type AgentEntry =
  | { kind: 'agent-joined'; agent: string }
  /** `to` where nobody hears it any more. */
  | { kind: 'agent-text'; agent: string; text: string; to?: 'nobody' };

/** A call of the bot: what it was asked, and what it said. */
export interface BotCallEntry {
  kind: 'bot-call';
  bot: string;
  event: BotEventType;
  /** What the bot was given, after the pre hook. */
  request: unknown;
  /** Absent where it failed. */
  answer?: unknown;
  /** Absent for a bot that is no function. */
  record?: InvocationRecord;
  /** The requests to a bot elsewhere, in order. */
  exchanges?: readonly WireExchange[];
}

/** A bot elsewhere was told that it is over. */
export interface BotClosedEntry {
  kind: 'bot-closed';
  bot: string;
  exchanges: readonly WireExchange[];
}

/** A call of a hook; an error hook is only called, the others give the payload back. */
export interface HookEntry {
  kind: 'hook';
  hook: 'pre' | 'post' | 'error';
  function: string;
  outcome: 'changed' | 'unchanged' | 'called' | 'failed';
  record?: InvocationRecord;
}

/** A call of a function that is neither bot nor hook: something else of the platform makes it meanwhile. */
export interface FunctionCallEntry {
  kind: 'function-call';
  function: string;
  /** What it was fed, in a word. */
  payload: string;
  outcome: 'answered' | 'failed';
  answer?: unknown;
  /** Why it failed. */
  message?: string;
  record?: InvocationRecord;
}

/** What is delivered of a bot's answer, one entry for each of its messages. */
export type DeliveryEntry =
  | { kind: 'bot-text'; bot: string; text: string; encodedMetadata?: string }
  | {
      kind: 'bot-quick-replies';
      bot: string;
      text: string;
      choices: readonly Choice[];
      content: unknown;
      metadata?: unknown;
      encodedMetadata?: string;
    }
  | {
      kind: 'bot-card';
      bot: string;
      content: unknown;
      choices: readonly Choice[];
      metadata?: unknown;
      encodedMetadata?: string;
    }
  /** For agents and managers only. */
  | { kind: 'bot-private-note'; bot: string; text: string }
  /** A pause before what follows. */
  | { kind: 'bot-delay'; bot: string; seconds: number; typing: boolean }
  /** An answer that is nothing but a pause: the bot says nothing on purpose. */
  | { kind: 'bot-silent'; bot: string }
  /** A message that the connector drops without an error, and why. */
  | { kind: 'bot-dropped'; bot: string; message: unknown; finding: Finding };

/** A message of the connector's own, from its settings. */
export interface ConnectorTextEntry {
  kind: 'connector-text';
  setting:
    | 'messageToCustomer'
    | 'messageToAgent'
    | 'failureMessage'
    | 'warningMessage'
    | 'closeMessage'
    | 'errorMessage';
  audience: 'consumer' | 'agents';
  text: string;
}

/** The one action of an answer. `ignored`: the connector passes over it. */
export interface ActionEntry {
  kind: 'action';
  /** A `ConnectorAction`; or any text, which is ignored. */
  action: string;
  parameters: Readonly<Record<string, unknown>>;
  outcome: 'done' | 'failed' | 'ignored';
  /** Why it is ignored: what the contract has against it. */
  findings?: readonly Finding[];
  /** Of the function that an INVOCATION runs. */
  record?: InvocationRecord;
}

/** An error of the connector; `code` is whole, `error` without its prefix. */
export interface ErrorEntry {
  kind: 'error';
  error: ConnectorError;
  code: string;
  errorId: string;
  message: string;
  /** What the contract has against the answer, where that is the reason. */
  findings: readonly Finding[];
}

/** The bot handed over because of an error. `failed`: nobody could take over. */
export interface EscalationEntry {
  kind: 'escalated';
  /** The whole code of the error that led here; `null` for a bot with a vendor interruption. */
  code: string | null;
  skill: string;
  outcome: 'done' | 'failed';
}

/** Who has the conversation from now on. */
export interface AssignmentEntry {
  kind: 'assigned';
  skill: string;
  to: Assignee;
  by: 'routing' | 'bot' | 'agent' | 'escalation';
}

/** The state of the bot changed; `attempts` counts the restarts since the interruption. */
export interface BotStateEntry {
  kind: 'bot-state';
  bot: string;
  state: BotState;
  attempts?: number;
}

/** The end, and the survey between the conversation and its end. */
export type EndEntry =
  | { kind: 'survey-started'; bot: string }
  | { kind: 'survey-ended'; bot: string }
  /** `survey`: whether a survey may follow. */
  | { kind: 'closed'; by: 'bot' | 'consumer' | 'agent' | 'inactivity'; survey: boolean };

/** What a developer should know of, though the connector itself says nothing. */
export interface NoticeEntry {
  kind: 'notice';
  finding: Finding;
}

/** What happened, without when. */
export type Event =
  | ConsumerEntry
  | AgentEntry
  | BotCallEntry
  | BotClosedEntry
  | HookEntry
  | FunctionCallEntry
  | DeliveryEntry
  | ConnectorTextEntry
  | ActionEntry
  | ErrorEntry
  | EscalationEntry
  | AssignmentEntry
  | BotStateEntry
  | EndEntry
  | NoticeEntry;

/** One line of a transcript. Everything that is told of a conversation is read from these. */
export type Entry = Event & {
  /** The conversation's own time, in epoch milliseconds. */
  at: number;
  /** The call of the driver that led to it; they count from 1. */
  step: number;
};
