import type { EndpointTarget } from '../../compare/sides/target.ts';
import { botIdOf } from '../../endpoint/bot-id.ts';
import { EmulatorError } from '../../errors.ts';
import { accountId } from '../../platform/environment.ts';
import { defaultClient } from '../sentinel/options.ts';
import { clientIn } from './client-in.ts';
import { textAt } from '../text-at.ts';
import { timeoutOf } from './timeout.ts';

/** Flags that say where a Custom Endpoint is and how it is talked to. */
export interface TargetFlags {
  endpoint: string;
  bot?: string;
  environment: string;
  sentinel: string;
  account?: string;
  client?: string;
  ca?: string;
  endpointTimeout?: string;
}

/** The endpoint that the flags name. Throws `bad-usage`, and `file-not-found` for the certificate. */
export async function targetOf(
  cwd: string,
  { endpoint, bot, environment, sentinel, account = accountId, client, ca, endpointTimeout }: TargetFlags,
  name: string,
): Promise<EndpointTarget | 'function'> {
  if (endpoint === 'function') return 'function';
  const { id, secret } = client === undefined ? defaultClient() : clientOf(client);
  return {
    baseUrl: addressOf(endpoint),
    botId: bot ?? botIdOf(name),
    environment,
    sentinelUrl: sentinel,
    accountId: account,
    clientId: id,
    clientSecret: secret,
    ...timeoutOf(endpointTimeout),
    ...(ca !== undefined && {
      ca: await textAt(cwd, ca, 'give a certificate, or that of its authority, in PEM'),
    }),
  };
}

function addressOf(endpoint: string): string {
  if (/^https?:\/\//.test(endpoint)) return endpoint;
  throw new EmulatorError({
    code: 'bad-usage',
    message: `--endpoint takes a base URL or the word function, not "${endpoint}"`,
    hint: 'write it like --endpoint https://bot.example.com/api or --endpoint function',
  });
}

function clientOf(text: string): { id: string; secret: string } {
  const client = clientIn(text);
  if (client) return client;
  throw new EmulatorError({
    code: 'bad-usage',
    message: '--client takes an id and a secret with a colon between them',
    hint: 'give those of the app installation; LPF_ENDPOINT_CLIENT keeps them off the command line',
  });
}
