import { randomBytes } from 'node:crypto';
import type { RunFunction } from '../../endpoint/service/run-function.ts';
import { endpointScope } from '../../endpoint/service/scopes.ts';
import type { EndpointTarget } from './target.ts';

/** A service of this package around a function, with a Sentinel of its own, both on 127.0.0.1. */
export interface LocalService {
  target: EndpointTarget;
  /** Another process of the same service: it knows no conversation. Answers its address. */
  restart(): Promise<string>;
  close(): Promise<void>;
}

const accountId = 'comparison';
const botId = 'function';

/** Starts both; `run` is what the service calls for its function. */
export async function startLocalService(run: RunFunction): Promise<LocalService> {
  const { startSentinel } = await import('../../endpoint/sentinel-server.ts');
  const { startService } = await import('../../endpoint/service/start.ts');
  const { readSettings } = await import('../../endpoint/service/settings.ts');
  const client = { id: 'emulator', secret: randomBytes(24).toString('hex'), scope: endpointScope };
  const sentinel = await startSentinel({ port: 0, accountId, clients: [client] });
  const read = readSettings({
    ACCOUNT_ID: accountId,
    BOT_ID: botId,
    SENTINEL_URL: sentinel.url,
    PORT: '0',
    FUNCTION_TIMEOUT: '60s',
    LOG_LEVEL: 'error',
  });
  if ('faults' in read)
    throw new Error(read.faults.map(({ name, message }) => `${name} ${message}`).join('; '));
  const start = () => startService(read.settings, run, { write: () => undefined });
  const first = await start();
  const services = [first];
  return {
    target: {
      baseUrl: first.url,
      clientId: client.id,
      clientSecret: client.secret,
      botId,
      sentinelUrl: sentinel.url,
      accountId,
    },
    restart: async () => {
      const next = await start();
      services.push(next);
      return next.url;
    },
    close: async () => {
      await Promise.all(services.map((service) => service.stop()));
      await sentinel.close();
    },
  };
}
