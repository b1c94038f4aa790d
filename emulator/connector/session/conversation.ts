import type { AccountPresets } from '../../payload/account/account-presets.ts';
import type { Mock } from '../../payload/mock/mock.ts';
import type { BotState } from '../bot/bot-state.ts';
import type { Assignee, Choice, Entry, HostedFile } from '../transcript/entry.ts';

/** What a conversation begins with; all of it may be left out. */
export interface ConversationStart {
  /** Drawn where it is missing: a UUID for messaging, a session key for chat. */
  id?: string;
  /** Where the consumer is routed to; to the first bot where it is missing. */
  skill?: string;
  /** Laid over the raw events of the API, such as `{ conversationContext: { visitor: … } }`. */
  lpEvent?: Readonly<Record<string, unknown>>;
  /** The visitor's engagement attributes, as `context.lpSdes` has them; whether they are collected is a setting. */
  sdes?: Readonly<Record<string, unknown>>;
  mocks?: readonly Mock[];
  /** Folder that the mocks' files are relative to, absolute. */
  base?: string;
  account?: AccountPresets;
  /** When it begins, in ISO text or epoch milliseconds; now where it is missing. */
  clock?: string | number;
}

/** What a consumer can do. Each call returns when everything has happened that happens at this moment. */
export interface Consumer {
  says(text: string): Promise<void>;
  /**
   * A click on something that was delivered, by its title or as it is. Throws `unknown-button` for a title that nothing
   * has; the newest of several wins.
   */
  clicks(choice: string | Choice): Promise<void>;
  sendsRichContent(content: unknown): Promise<void>;
  sendsFile(file: HostedFile): Promise<void>;
  types(): Promise<void>;
  /** Opens the window: a chat starts, messaging waits for the first message. */
  joins(): Promise<void>;
  /** The visitor's page reports engagement attributes, as `context.lpSdes` has them, in place of those before. */
  reports(attributes: Readonly<Record<string, unknown>>): Promise<void>;
  /** Any other event of the messaging API; it is never passed to the bot. */
  does(event: { type: string }): Promise<void>;
}

/** What an agent or a manager can do; `agent` is a name. */
export interface Agent {
  /** Takes the conversation where it waits in a queue; beside a bot or an agent they only take part. */
  joins(agent?: string): Promise<void>;
  says(text: string, agent?: string): Promise<void>;
  /** To a skill: back to the bot, or to another one. Throws `unknown-skill` where there is none of that name. */
  transfers(skill: string): Promise<void>;
}

/** `queued`: nobody has it yet. `survey`: closed, and the survey after it goes on. */
export type ConversationState = 'new' | 'queued' | 'bot' | 'agent' | 'survey' | 'closed';

/**
 * A conversation as it is driven from outside. Its time is its own, stands still unless it is moved, and waiting costs
 * nothing. Calls are worked off one after the other.
 */
export interface Conversation {
  readonly id: string;
  readonly consumer: Consumer;
  readonly agent: Agent;
  /** Everything that happened, in order. */
  readonly transcript: readonly Entry[];
  readonly state: ConversationState;
  readonly assignee: Assignee;
  /** Epoch milliseconds. */
  readonly now: number;
  /** What the consumer can click, the newest first: quick replies until something else is said, buttons for ever. */
  readonly choices: readonly Choice[];
  /** Time passes, and what falls due happens, each at its moment. */
  advance(milliseconds: number): Promise<void>;
  /** Time passes until nothing of an answer is outstanding and no message waits to be combined. */
  settle(): Promise<void>;
  /** The mocks of the conversation that no function has used yet. */
  readonly unusedMocks: readonly Mock[];
  /** The bot's state from now on; a service interruption ends with the next restart, up to a minute later. */
  setBotState(state: BotState): Promise<void>;
  /**
   * Something of the platform, such as Automatic Messages, calls a function of the project; it has the conversation's
   * account.
   */
  invoke(name: string, input: { label: string; payload: unknown }): Promise<void>;
  close(by?: 'consumer' | 'agent'): Promise<void>;
}
