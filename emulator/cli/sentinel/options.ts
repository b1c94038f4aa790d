import type { SentinelServerOptions } from '../../endpoint/sentinel-server.ts';
import { EmulatorError } from '../../errors.ts';
import type { ClientPreset } from '../../payload/account/account-presets.ts';
import { systemSecrets } from '../../platform/system-secrets.ts';
import { clientIn } from '../endpoint/client-in.ts';
import { assertPort, portFault, portFaultText } from '../port.ts';
import { defaultAccount, defaultPort } from './defaults.ts';

/** Flags of `lpf-emulator sentinel`, as they are written. */
export interface SentinelOptions {
  port: string;
  account: string;
  client: string[];
  scope: string;
}

/** The client of the emulator's own account: the one whose id and secret a v2 function finds among the system's secrets. */
export function defaultClient(): { id: string; secret: string } {
  const { client_id: id = '', client_secret: secret = '' } =
    systemSecrets.v2['LIVEPERSON_DEFAULT_APP_KEY'] ?? {};
  return { id, secret };
}

/** Reads the flags. Throws `bad-usage` for each that cannot be used, a port that is taken among them. */
export async function readOptions(
  options: SentinelOptions,
): Promise<Pick<SentinelServerOptions, 'port' | 'accountId' | 'clients'>> {
  const { account, scope } = options;
  if (!/^\w{1,64}$/.test(account)) {
    throw badUsage(
      '--account takes the id of a LivePerson account',
      `letters and digits, such as --account ${defaultAccount}`,
    );
  }
  const given = options.client.map(clientOf);
  const clients = (given.length > 0 ? given : [defaultClient()]).map((client) => ({ ...client, scope }));
  return { port: await portIn(options.port), accountId: account, clients };
}

async function portIn(text: string): Promise<number> {
  const port = Number(text);
  // Any port that is free.
  if (port !== 0 || text.trim() === '') assertPort('--port', port, Number(defaultPort));
  const fault = await portFault(port);
  if (fault === null) return port;
  const hint = `end that program, or take another port: --port ${port + 1}; --port 0 takes any that is free`;
  throw badUsage(`--port: ${portFaultText(port, fault)}`, hint);
}

/** What was given is not told: half of it is a secret. */
function clientOf(text: string): ClientPreset {
  const client = clientIn(text);
  if (client) return client;
  throw badUsage('--client takes an id and a secret', 'part them by a colon: --client my-bot:its-secret');
}

function badUsage(message: string, hint: string): EmulatorError {
  return new EmulatorError({ code: 'bad-usage', message, hint });
}
