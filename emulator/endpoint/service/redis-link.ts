import { createClient } from '@redis/client';
import { StoreUnavailable } from './conversation-store.ts';
import { type Log, factsOf } from './log.ts';

/** How Redis is reached. Times in milliseconds. */
export interface RedisReach {
  url: string;
  /** After it a command counts as failed. */
  timeout: number;
  /** After it a connection that answers nothing counts as dead, and another is opened. */
  patience?: number;
  log: Log;
}

type Client = ReturnType<typeof open>;

/** A connection that comes back by itself. */
export interface RedisLink {
  /** What `work` gets from Redis; throws `StoreUnavailable` when it does not get it in time. */
  ask<T>(work: (client: Client) => Promise<T>): Promise<T>;
  close(): void;
}

/** Milliseconds between attempts to reach Redis again: soon at first, every second in the end. */
const pause = (attempts: number): number => Math.min(50 * 2 ** attempts, 1_000);

/**
 * Connects to Redis, and goes on trying; resolves at the latest when the first attempt has had its time. A network that
 * drops packets leaves a connection that looks alive for a quarter of an hour: one that answers nothing is given up.
 */
export async function linkRedis({ url, timeout, patience = 5_000, log }: RedisReach): Promise<RedisLink> {
  const tell = changes(log);
  let silentSince: number | undefined;
  const connect = async (client: Client): Promise<void> => {
    client.on('ready', () => tell(undefined)).on('error', tell);
    await client.connect();
  };
  let client = open(url, timeout);
  await inTime(connect(client), timeout).catch(() => {});
  const renewWhereDead = (): void => {
    silentSince ??= Date.now();
    if (Date.now() - silentSince < patience) return;
    silentSince = undefined;
    client.destroy();
    client = open(url, timeout);
    connect(client).catch(() => {});
  };
  return {
    async ask(work) {
      try {
        const answer = await inTime(work(client), timeout);
        silentSince = undefined;
        return answer;
      } catch (error) {
        tell(error);
        renewWhereDead();
        throw new StoreUnavailable(error);
      }
    },
    close: () => client.destroy(),
  };
}

function open(url: string, timeout: number) {
  return createClient({
    url,
    // A command that waits for Redis to come back would answer a request that nobody waits for any more.
    disableOfflineQueue: true,
    socket: { reconnectStrategy: pause, connectTimeout: timeout },
  });
}

/** Redis comes and goes: one line for each change, however often it is tried in between. */
function changes(log: Log): (error: unknown) => void {
  let there = true;
  return (error) => {
    if (error !== undefined && there) log('error', 'Redis is out of reach', factsOf(error, 'debug'));
    if (error === undefined && !there) log('info', 'Redis is back');
    there = error === undefined;
  };
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
