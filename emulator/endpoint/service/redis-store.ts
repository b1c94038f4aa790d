import type { EventEmitter } from 'node:events';
import { createClient } from '@redis/client';
import { newConversation } from '../contract/new-conversation.ts';
import { type ConversationStore, StoreUnavailable } from './conversation-store.ts';
import { type Log, factsOf } from './log.ts';

/** How Redis is used. */
export interface RedisUse {
  url: string;
  /** What every key begins with. */
  prefix: string;
  /** Milliseconds that a conversation is kept after its last use. */
  ttl: number;
  /** Milliseconds after which a command counts as failed. */
  timeout: number;
  log: Log;
}

/** Milliseconds between attempts to reach Redis again: soon at first, every second in the end. */
const pause = (attempts: number): number => Math.min(50 * 2 ** attempts, 1_000);

/**
 * Keeps conversations in Redis (6.2 or newer), for all instances of a service. It connects, and again, by itself; the
 * store is there at the latest when the first attempt has had its time.
 */
export async function redisStore({ url, prefix, ttl, timeout, log }: RedisUse): Promise<ConversationStore> {
  const client = createClient({
    url,
    // A command that waits for Redis to come back would answer a request that nobody waits for any more.
    disableOfflineQueue: true,
    socket: { reconnectStrategy: pause, connectTimeout: timeout },
  });
  reportChanges(client, log);
  const connected = client.connect().catch(() => {});
  await inTime(connected, timeout).catch(() => {});
  const within = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await inTime(work(), timeout);
    } catch (error) {
      throw new StoreUnavailable(error);
    }
  };
  return {
    async create(key, conversation) {
      const text = JSON.stringify(conversation);
      await within(() => client.set(prefix + key, text, { expiration: { type: 'PX', value: ttl } }));
    },
    async read(key) {
      const text = await within(() => client.getEx(prefix + key, { type: 'PX', value: ttl }));
      return text === null ? undefined : parsed(text, log);
    },
    async delete(key) {
      await within(() => client.del(prefix + key));
    },
    async reach() {
      await within(() => client.ping());
    },
    async close() {
      client.destroy();
      await connected;
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

/** Redis comes and goes: one line for each change, however often it is tried in between. */
function reportChanges(client: EventEmitter, log: Log): void {
  let there: boolean | undefined;
  client.on('ready', () => {
    if (there === false) log('info', 'Redis is back');
    there = true;
  });
  client.on('error', (error: unknown) => {
    if (there !== false) log('error', 'Redis is out of reach', factsOf(error, 'debug'));
    there = false;
  });
}

async function inTime<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
