import type { SecretReply } from '../../../services/account.ts';
import type { RealmHooks } from '../hooks.ts';

/** One secret, as `functions/settings.json` holds it. */
interface Secret {
  key: string;
  value: unknown;
}

interface SecretClient {
  readSecret(key: string): Promise<Secret>;
  updateSecret(secret: Secret): Promise<Secret>;
}

const reasons = {
  forbidden: (key: string) => `Access to secret ${key} is forbidden`,
  'not-found': (key: string) => `There is no secret ${key} in functions/settings.json`,
  'invalid-format': (key: string) => `The value for secret ${key} cannot be stored`,
  'op-failed': (key: string) => `The secret ${key} could not be reached`,
  'op-timed-out': (key: string) => `The secret ${key} could not be reached in time`,
  'auth-failed': (key: string) => `Access to secret ${key} was not authorised`,
};

/** Secrets of the account at hand. */
export function createSecretClient(hooks: RealmHooks): SecretClient {
  const ask = (secret: object): Promise<SecretReply> =>
    new Promise((resolve) => {
      hooks.ask(JSON.stringify({ kind: 'secret', secret }), (reply) => resolve(JSON.parse(reply)));
    });
  const secretOf = async (key: string, secret: object): Promise<Secret> => {
    const reply = await ask(secret);
    if ('failure' in reply) throw secretError(reply.failure, reasons[reply.failure](key));
    return { key, value: reply.value };
  };
  return {
    readSecret: (key) => secretOf(key, { operation: 'read', key }),
    updateSecret: ({ key, value }) => secretOf(key, { operation: 'update', key, value }),
  };
}

function secretError(reason: string, message: string): Error {
  return Object.assign(new Error(message), {
    name: 'SecretError',
    code: `com.liveperson.faas.secret.${reason}`,
  });
}
