import { type SentinelServer, startSentinel } from '../../endpoint/sentinel-server.ts';
import { defaultPort, defaultScope } from '../sentinel/defaults.ts';
import { defaultClient } from '../sentinel/options.ts';

/** A Sentinel of the command's own, and who may fetch tokens from it. */
export interface LocalSentinel {
  server: SentinelServer;
  client: { id: string; secret: string; scope: string };
}

/**
 * Starts one for the client that `--endpoint` of the other commands takes by itself, and where they look for it: at any
 * free port only where that one is taken.
 */
export async function localSentinel(accountId: string): Promise<LocalSentinel> {
  const client = { ...defaultClient(), scope: defaultScope };
  const start = (port: number): Promise<SentinelServer> =>
    startSentinel({ port, accountId, clients: [client] });
  const server = await start(Number(defaultPort)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return start(0);
  });
  return { server, client };
}
