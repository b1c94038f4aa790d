/** One secret, as `functions/settings.json` holds it. */
interface Secret {
  key: string;
  value: unknown;
}

interface SecretClient {
  readSecret(key: string): Promise<Secret>;
  updateSecret(secret: Secret): Promise<Secret>;
}

/** System secrets, which a function may not touch. Source: developers.liveperson.com/liveperson-functions-v2-features-secrets.html. */
const forbiddenPrefix = 'LIVEPERSON_DEFAULT_';

/** Secrets over `functions/settings.json`; updates last as long as the instance and never reach the file. */
export function createSecretClient(secrets: Secret[]): SecretClient {
  const values = new Map(secrets.map(({ key, value }) => [key, value]));

  const look = (key: string): void => {
    if (key.startsWith(forbiddenPrefix))
      throw secretError('forbidden', `Access to secret ${key} is forbidden`);
    if (!values.has(key))
      throw secretError('not-found', `There is no secret ${key} in functions/settings.json`);
  };
  return {
    readSecret: async (key) => {
      look(key);
      return { key, value: copy(values.get(key)) };
    },
    updateSecret: async ({ key, value }) => {
      look(key);
      values.set(key, copy(value));
      return { key, value };
    },
  };
}

/** A caller that changes what it read must not change the store. */
function copy(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function secretError(reason: string, message: string): Error {
  return Object.assign(new Error(message), {
    name: 'SecretError',
    code: `com.liveperson.faas.secret.${reason}`,
  });
}
