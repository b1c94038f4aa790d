import { EmulatorError } from '../../errors.ts';
import { type Endpoint, endpointDefaults, type EndpointOptions } from './options.ts';

/** Options as they are used. Throws `bad-endpoint` for those that no request could be made of. */
export function readOptions(options: EndpointOptions): Endpoint {
  const { botId, environment = endpointDefaults.environment } = options;
  const endpoint = {
    ...endpointDefaults,
    ...options,
    baseUrl: addressOf('base URL', options.baseUrl),
    sentinelUrl: addressOf('URL of Sentinel', options.sentinelUrl),
  };
  if (!/^[A-Za-z0-9-]{1,36}$/.test(botId)) {
    throw bad(
      `the bot id ${JSON.stringify(botId)} cannot be used`,
      'it has letters, digits and hyphens, at most 36; a UUID is recommended',
    );
  }
  const empty = Object.entries({ environment, ...named(options) }).find(([, value]) => value === '')?.[0];
  if (empty !== undefined) throw bad(`the ${empty} is empty`, 'give it as it is set up in Third-Party Bots');
  return endpoint;
}

function named({ clientId, clientSecret, accountId }: EndpointOptions): Record<string, string> {
  return { 'client id': clientId, 'client secret': clientSecret, 'account id': accountId };
}

/** An address without the slash at its end, which the documentation asks for: one that is there does no harm (ours). */
function addressOf(what: string, given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw bad(`the ${what} ${JSON.stringify(given)} is no address`, 'such as https://bot.example.com/api');
  }
  if (url.username || url.password || url.search || url.hash) {
    throw bad(`the ${what} holds more than host and path`, 'such as https://bot.example.com/api');
  }
  return given.replace(/\/+$/, '');
}

function bad(message: string, hint: string): EmulatorError {
  return new EmulatorError({ code: 'bad-endpoint', message, hint });
}
