import type { SecretFailure } from '../../../../platform/secret-failures.ts';
import type { SecretAsk, SecretReply } from '../../../../services/account.ts';
import type { RealmHooks } from '../../hooks.ts';
import { ownJson, parse } from '../../own-json.ts';

/** One secret, as `functions/settings.json` holds it. */
export interface Secret {
  key: string;
  value: unknown;
}

/** Why there is no secret, with the word that the platform's codes end in. */
export class SecretRefusal extends Error {
  readonly failure: SecretFailure;

  constructor(failure: SecretFailure, key: unknown, more = '') {
    super(`${isKey(key) ? reasons[failure](key) : noKey(key)}${more}`);
    this.failure = failure;
  }
}

const reasons: Record<SecretFailure, (key: string) => string> = {
  forbidden: (key) => `Access to secret ${key} is forbidden`,
  'not-found': (key) => `There is no secret ${key} in functions/settings.json`,
  'invalid-format': (key) => `The value for secret ${key} cannot be stored`,
  'op-failed': (key) => `The secret ${key} could not be reached`,
  'op-timed-out': (key) => `The secret ${key} could not be reached in time`,
  'auth-failed': (key) => `Access to secret ${key} was not authorised`,
};

/** Whether it can be a secret's key at all: what comes from `process.env` may be missing. */
export function isKey(key: unknown): key is string {
  return typeof key === 'string';
}

function noKey(key: unknown): string {
  return `There is no such secret: its key must be text, not ${key === null ? 'null' : typeof key}`;
}

/** The code of a refusal; both generations have the same. */
export function codeOf({ failure }: SecretRefusal): string {
  return `com.liveperson.faas.secret.${failure}`;
}

/** Asks the account's secret storage; gives up after `timeout` milliseconds. Rejects with a `SecretRefusal`. */
export async function askStorage(hooks: RealmHooks, secret: SecretAsk, timeout?: number): Promise<unknown> {
  if (!isKey(secret.key)) throw new SecretRefusal('not-found', secret.key);
  return new Promise((resolve, reject) => {
    const giveUp = hooks.ask(ownJson({ kind: 'secret', secret }), (text) => {
      clearTimeout(timer);
      const reply = parse(text) as SecretReply;
      if ('failure' in reply) reject(new SecretRefusal(reply.failure, secret.key));
      else resolve(reply.value);
    });
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            giveUp();
            reject(new SecretRefusal('op-timed-out', secret.key, `: ${timeout} ms`));
          }, timeout);
  });
}

/** The new value as the storage takes it: JSON of at most `limit` characters. Throws a `SecretRefusal`. */
export function assertStorable({ key, value }: Secret, limit: number): void {
  const text = typeof value === 'string' ? value : stringified(key, value);
  if (text !== undefined && text.length <= limit) return;
  const more =
    text === undefined ? ': JSON has no word for it' : `: ${text.length} characters, ${limit} at most`;
  throw new SecretRefusal('invalid-format', key, more);
}

function stringified(key: string, value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    throw new SecretRefusal(
      'invalid-format',
      key,
      `: ${error instanceof Error ? error.message : 'not JSON'}`,
    );
  }
}
