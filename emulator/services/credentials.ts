import type { ClientPreset } from '../payload/account/account-presets.ts';
import type { Surroundings } from './service.ts';

/** What OAuth 1.0 needs of a v1 app key. Source: developers.liveperson.com/liveperson-functions-provisioning.html. */
interface AppKey {
  consumerKey: string;
  token: string;
}

/** The clients that may fetch tokens: those of the presets, else every secret that holds a client's id and secret. */
export function clientsOf({ presets, secrets }: Surroundings): ClientPreset[] {
  return presets.clients ?? objectsIn(secrets.values()).flatMap(clientIn);
}

/** The app keys that may sign requests: every secret that holds one. */
export function appKeysOf({ secrets }: Pick<Surroundings, 'secrets'>): AppKey[] {
  return objectsIn(secrets.values()).flatMap(({ consumerKey, token }) =>
    typeof consumerKey === 'string' && typeof token === 'string' ? [{ consumerKey, token }] : [],
  );
}

function clientIn({ client_id: id, client_secret: secret }: Record<string, unknown>): ClientPreset[] {
  return typeof id === 'string' && typeof secret === 'string' ? [{ id, secret }] : [];
}

/** Secrets that are objects, be it as text. */
function objectsIn(values: Iterable<unknown>): Record<string, unknown>[] {
  return [...values].map(parsed).filter((value) => typeof value === 'object' && value !== null) as Record<
    string,
    unknown
  >[];
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !value.trimStart().startsWith('{')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
