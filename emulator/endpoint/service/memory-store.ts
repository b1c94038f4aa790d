import type { NewConversation } from '../contract/new-conversation.ts';
import type { ConversationStore } from './conversation-store.ts';

interface Kept {
  conversation: NewConversation;
  /** Milliseconds since 1970. */
  until: number;
}

/**
 * Keeps conversations in this process alone, each for `ttl` milliseconds after its last use and at most `most` of them:
 * beyond that the one that was idle longest goes. An event of one that is gone is answered with 404, upon which the
 * connector creates it again, so nothing is lost but a moment.
 */
export function memoryStore(options: {
  ttl: number;
  most: number;
  now?: () => number;
}): ConversationStore & { size(): number } {
  const { ttl, most, now = Date.now } = options;
  // In the order of their last use, which is the order in which they expire.
  const kept = new Map<string, Kept>();

  const expire = (): void => {
    for (const [key, { until }] of kept) {
      if (until > now()) return;
      kept.delete(key);
    }
  };
  const keep = (key: string, conversation: NewConversation): void => {
    kept.delete(key);
    kept.set(key, { conversation, until: now() + ttl });
  };

  return {
    async create(key, conversation) {
      expire();
      keep(key, conversation);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    async read(key) {
      expire();
      const found = kept.get(key);
      if (found) keep(key, found.conversation);
      return found?.conversation;
    },
    async delete(key) {
      kept.delete(key);
    },
    async reach() {},
    async close() {
      kept.clear();
    },
    size: () => kept.size,
  };
}
