/**
 * Stands in for `core-functions-toolbelt` (and `lp-faas-toolbelt`) outside of LivePerson: secrets come from the
 * environment, and whatever else a client is asked for fails with a reason. Replace what your function needs by your own.
 */

/** What every client here fails with. */
export class ToolBeltError extends Error {
  readonly component: string;
  readonly code: string;

  constructor(component = 'General', code: string, message: string) {
    super(message);
    this.name = 'ToolBeltError';
    this.component = component;
    this.code = code;
  }
}

/** The environment variable that holds a secret: `orders-backend` is `SECRET_ORDERS_BACKEND`. */
export function secretVariable(key: string): string {
  return `SECRET_${key.replaceAll(/\W/g, '_').toUpperCase()}`;
}

const secrets = {
  /** Text as it is; an object or array of JSON arrives parsed, as at LivePerson. */
  async readSecret(key: string): Promise<{ key: string; value: unknown }> {
    const text = process.env[secretVariable(key)];
    if (text !== undefined) return { key, value: parsed(text) };
    const code = 'com.liveperson.faas.secret.not-found';
    throw new ToolBeltError('SecretClient', code, `There is no secret ${key}: set ${secretVariable(key)}`);
  },
  updateSecret: elsewhere('SecretClient.updateSecret'),
};

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** A client, or a method of one, that only LivePerson has: to make it is fine, to call it rejects. */
function elsewhere(name: string): (...given: unknown[]) => Promise<never> {
  const call = async (): Promise<never> => {
    const code = 'com.liveperson.faas.not-here';
    throw new ToolBeltError(name.split('.')[0], code, `${name} exists only in LivePerson Functions`);
  };
  return new Proxy(call, {
    get: (_, method) =>
      typeof method === 'string' && method !== 'then' ? elsewhere(`${name}.${method}`) : undefined,
  });
}

/** Every client is made by a static method, as at LivePerson. */
export const Toolbelt = {
  SecretClient: () => secrets,
  LpClient: () => elsewhere('LpClient'),
  CsdsClient: () => elsewhere('CsdsClient'),
  ConversationUtil: () => elsewhere('ConversationUtil'),
  SDEUtil: () => elsewhere('SDEUtil'),
  GDPRUtil: () => elsewhere('GDPRUtil'),
  ContextServiceClient: () => elsewhere('ContextServiceClient'),
  OrchestratorClient: () => elsewhere('OrchestratorClient'),
  MTLSClient: () => elsewhere('MTLSClient'),
  LPMtlsClient: () => elsewhere('LPMtlsClient'),
  SFClient: () => elsewhere('SFClient'),
  HTTPClient: () => elsewhere('HTTPClient'),
};

/** Constants are only ever handed to clients: each is its own name, however deep, but for those in `known`. */
function namesOf(known: Record<string, unknown> = {}, path = ''): Record<string, unknown> {
  return new Proxy(
    { ...known, toString: () => path },
    {
      get: (own, name) => {
        if (typeof name !== 'string' || name in own) return Reflect.get(own, name) as unknown;
        return namesOf({}, path ? `${path}.${name}` : name);
      },
    },
  );
}

/** Names of LivePerson services. */
export const LpServices = namesOf();
/** Names of what a conversation holds. */
export const ConversationContentTypes = namesOf();
/** Names of the types of engagement attributes. */
export const SDETypes = namesOf();
/** Names of what is done about an error. */
export const ErrorStrategy = namesOf();
/** Names of error codes; only those of secrets are ever met here. */
export const ErrorCodes = namesOf({ Secret: { NotFound: 'com.liveperson.faas.secret.not-found' } });

/** Secrets are read anew each time: there is nothing to keep. */
export const globalSecretCache = {
  clear(): void {},
  setDefaultTtl(): void {},
  size: () => 0,
  has: () => false,
};
