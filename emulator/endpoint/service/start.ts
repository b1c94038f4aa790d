import { createApp } from './app.ts';
import { jsonLog, type Log } from './log.ts';
import { openStore } from './open-store.ts';
import type { RunFunction } from './run-function.ts';
import { listen } from './server.ts';
import { deprecatedScope } from './scopes.ts';
import type { Settings } from './settings.ts';
import { createTokenCheck } from './token-check.ts';
import { fixedKey, type KeyTimes, publishedKeys, type TokenKeys } from './token-keys.ts';
import type { ConversationStore } from './conversation-store.ts';

/** A service that runs. */
export interface Service {
  /** The base URL to enter in the connector, without a slash at the end. */
  url: string;
  /** Stops gracefully; a second call waits for the first. */
  stop(): Promise<void>;
}

/** What a caller may bring along in place of the usual. */
export interface Own {
  /** Where lines of the log go; standard output unless given. */
  write?: (line: string) => void;
  store?: ConversationStore;
  now?: () => number;
  keyTimes?: Partial<KeyTimes>;
}

/** Starts the service around `run`. Rejects with Node's own error when the port cannot be had. */
export async function startService(settings: Settings, run: RunFunction, own: Own = {}): Promise<Service> {
  const log = jsonLog(own.write ?? ((line) => process.stdout.write(line)), settings.LOG_LEVEL);
  const store = own.store ?? (await openStore(settings, log));
  const keys = keysOf(settings, log, own.keyTimes);
  let stopping: Promise<void> | undefined;
  const app = createApp({
    bot: {
      id: settings.BOT_ID,
      environments: settings.ENVIRONMENTS,
      state: settings.BOT_STATE,
      version: settings.BOT_VERSION,
    },
    checkToken: createTokenCheck({
      keys,
      account: settings.ACCOUNT_ID,
      scopes: scopesOf(settings),
      tolerance: settings.CLOCK_TOLERANCE,
      ...(own.now && { now: own.now }),
    }),
    basePath: settings.BASE_PATH,
    bodyLimit: settings.BODY_LIMIT,
    functionTimeout: settings.FUNCTION_TIMEOUT,
    logLevel: settings.LOG_LEVEL,
    isStopping: () => stopping !== undefined,
    run,
    store,
    keys,
    log,
  });
  const server = await listen(app, settings.PORT, settings.HOST).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  log('info', 'listening', {
    url: server.url + settings.BASE_PATH,
    store: settings.REDIS_URL ? 'redis' : 'memory',
  });
  // The first event need not wait for them, and what is wrong with the address is told now.
  keys.reach().catch(() => {});
  const stop = async (): Promise<void> => {
    log('info', 'stopping');
    await server.close(settings.SHUTDOWN_TIMEOUT);
    await store.close();
    log('info', 'stopped');
  };
  return { url: server.url + settings.BASE_PATH, stop: () => (stopping ??= stop()) };
}

function keysOf(
  { SENTINEL_URL, SENTINEL_PUBLIC_KEY = '' }: Settings,
  log: Log,
  times?: Partial<KeyTimes>,
): TokenKeys {
  if (!SENTINEL_URL) return fixedKey(SENTINEL_PUBLIC_KEY);
  return publishedKeys(new URL('/sentinel/well-known/jwks', SENTINEL_URL), log, times);
}

function scopesOf({ SCOPE, ALLOW_DEPRECATED_SCOPE }: Settings): string[] {
  return ALLOW_DEPRECATED_SCOPE ? [...SCOPE, deprecatedScope] : SCOPE;
}
