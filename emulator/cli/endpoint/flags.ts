/** Flags of `lpf-endpoint`, as commander names them. */
export interface EndpointFlags {
  port?: string;
  account?: string;
  bot?: string;
  environments?: string;
  sentinel?: string;
  redis?: string;
  functionTimeout?: string;
  logLevel?: string;
}

const variables: Record<keyof EndpointFlags, string> = {
  port: 'PORT',
  account: 'ACCOUNT_ID',
  bot: 'BOT_ID',
  environments: 'ENVIRONMENTS',
  sentinel: 'SENTINEL_URL',
  redis: 'REDIS_URL',
  functionTimeout: 'FUNCTION_TIMEOUT',
  logLevel: 'LOG_LEVEL',
};

/** The flags that are given, as the variables of the environment that they stand for. */
export function variablesOf(flags: EndpointFlags): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([flag, variable]) => {
      const value = flags[flag as keyof EndpointFlags];
      return value === undefined ? [] : [[variable, value]];
    }),
  );
}
