import type { EndpointOptions } from '../../endpoint/client/options.ts';

/** A Custom Endpoint that is compared, as it is set up in Third-Party Bots. */
export type EndpointTarget = Pick<
  EndpointOptions,
  | 'baseUrl'
  | 'clientId'
  | 'clientSecret'
  | 'botId'
  | 'environment'
  | 'sentinelUrl'
  | 'accountId'
  | 'tokenVersion'
  | 'ca'
  | 'timeout'
>;
