import type { ConversationStore } from './conversation-store.ts';
import type { Log } from './log.ts';
import { memoryStore } from './memory-store.ts';
import type { Settings } from './settings.ts';

/** Where conversations are kept: in Redis where there is one, else in memory. */
export async function openStore(settings: Settings, log: Log): Promise<ConversationStore> {
  const { REDIS_URL: url, CONVERSATION_TTL: ttl } = settings;
  if (url === undefined) return memoryStore({ ttl, most: settings.MAX_CONVERSATIONS });
  const { redisStore } = await import('./redis-store.ts');
  const prefix = `${settings.REDIS_PREFIX}${settings.ACCOUNT_ID}:${settings.BOT_ID}:`;
  return redisStore({ url, prefix, ttl, timeout: settings.REDIS_TIMEOUT, log });
}
