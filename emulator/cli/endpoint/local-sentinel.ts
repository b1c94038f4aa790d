import { randomBytes } from 'node:crypto';
import { type SentinelServer, startSentinel } from '../../endpoint/sentinel-server.ts';

/** A Sentinel of the command's own, and who may fetch tokens from it. */
export interface LocalSentinel {
  server: SentinelServer;
  client: { id: string; secret: string; scope: string };
}

/** Starts one on any free port, with a client whose secret is good for this run alone. */
export async function localSentinel(accountId: string): Promise<LocalSentinel> {
  const scope = 'thirdpartybots.customendpoint.bot';
  const client = { id: 'local-connector', secret: randomBytes(16).toString('hex'), scope };
  return { server: await startSentinel({ port: 0, accountId, clients: [client] }), client };
}
