import type { NewConversation } from '../contract/new-conversation.ts';

/**
 * Where conversations are kept between their events: SDES and context arrive once, with the create. A key is any text.
 * Every method throws `StoreUnavailable` while the store is out of reach, and soon rather than late.
 */
export interface ConversationStore {
  /** Keeps a conversation; one that is there under this key already is overwritten. */
  create(key: string, conversation: NewConversation): Promise<void>;
  /** The conversation, whose time to live begins anew; `undefined` where there is none (any more). */
  read(key: string): Promise<NewConversation | undefined>;
  delete(key: string): Promise<void>;
  /** Resolves when the store can be reached. */
  reach(): Promise<void>;
  close(): Promise<void>;
}

/** The store cannot be reached, or does not answer in time. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('the store of conversations is out of reach', { cause });
    this.name = 'StoreUnavailable';
  }
}

/** Tells by name, not by class: the Redis store is loaded later, and may come with a copy of the class of its own. */
export function isStoreUnavailable(error: unknown): error is StoreUnavailable {
  return error instanceof Error && error.name === 'StoreUnavailable';
}
