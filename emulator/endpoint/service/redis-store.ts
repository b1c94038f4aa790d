import { newConversation } from '../contract/new-conversation.ts';
import type { ConversationStore } from './conversation-store.ts';
import { type Log, factsOf } from './log.ts';
import { linkRedis, type RedisReach } from './redis-link.ts';

/** How Redis is used. */
export interface RedisUse extends RedisReach {
  /** What every key begins with. */
  prefix: string;
  /** Milliseconds that a conversation is kept after its last use. */
  ttl: number;
}

/** Keeps conversations in Redis (6.2 or newer), for all instances of a service. */
export async function redisStore({ prefix, ttl, ...reach }: RedisUse): Promise<ConversationStore> {
  const redis = await linkRedis(reach);
  return {
    async create(key, conversation) {
      const expiration = { type: 'PX', value: ttl } as const;
      const text = JSON.stringify(conversation);
      await redis.ask((client) => client.set(prefix + key, text, { expiration }));
    },
    async read(key) {
      const text = await redis.ask((client) => client.getEx(prefix + key, { type: 'PX', value: ttl }));
      return text === null ? undefined : parsed(text, reach.log);
    },
    async delete(key) {
      await redis.ask((client) => client.del(prefix + key));
    },
    async reach() {
      await redis.ask((client) => client.ping());
    },
    async close() {
      redis.close();
    },
  };
}

/** What another program has written in this place counts as no conversation: the connector will create it again. */
function parsed(text: string, log: Log) {
  try {
    return newConversation.parse(JSON.parse(text));
  } catch (error) {
    log('warn', 'a conversation in Redis cannot be read', factsOf(error, 'info'));
    return undefined;
  }
}
