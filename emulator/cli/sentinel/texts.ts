import type { SentinelLog } from '../../endpoint/sentinel-app.ts';
import type { SentinelServer, SentinelServerOptions } from '../../endpoint/sentinel-server.ts';
import { duration as asText } from '../../report/duration.ts';
import { printable } from '../../report/printable.ts';
import { defaultScope } from './defaults.ts';
import { defaultClient } from './options.ts';

/** What is told at the start: addresses, clients, and the settings of a service that is to believe this Sentinel. */
export function announcement(
  { url, jwksUrl, tokenUrl }: Pick<SentinelServer, 'url' | 'jwksUrl' | 'tokenUrl'>,
  { accountId, clients }: Pick<SentinelServerOptions, 'accountId' | 'clients'>,
): string {
  const scope = printable(clients[0]?.scope ?? '');
  return `Sentinel of account ${accountId} at ${url}

  token, V1  POST ${tokenUrl('v1')}
  token, V2  POST ${tokenUrl('v2')}
  keys       GET  ${jwksUrl}
${clients.map((client) => `  client     ${clientText(client)}\n`).join('')}  scope      ${scope}

Environment of a service that lpf-emulator made; any other one needs the same facts:

ACCOUNT_ID=${accountId}
SENTINEL_URL=${url}
${scope === defaultScope ? '' : `SCOPE=${scope}\n`}`;
}

/** Only the secret that everybody knows is told. */
function clientText({ id, secret }: { id: string; secret: string }): string {
  const known = defaultClient();
  return id === known.id && secret === known.secret ? `${id}, its secret is ${secret}` : printable(id);
}

/** One request, answered. */
export function logLine({ method, path, status, duration }: SentinelLog): string {
  return `${method} ${printable(path)} ${status} ${asText(duration)}\n`;
}
