/**
 * What v1 signs with: the four parts of an API key. Source:
 * developers.liveperson.com/liveperson-functions-provisioning.html.
 */
export interface AppKey {
  consumerKey: string;
  consumerSecret: string;
  token: string;
  tokenSecret: string;
}

/** What v2 fetches tokens with. Source: developers.liveperson.com/liveperson-functions-v2-provisioning.html. */
export interface ClientCredentials {
  client_id: string;
  client_secret: string;
}

const appKeyParts = ['consumerKey', 'consumerSecret', 'token', 'tokenSecret'] as const;
const clientParts = ['client_id', 'client_secret'] as const;

/** Whether a secret holds the credentials of v1. */
export function isAppKey(value: unknown): value is AppKey {
  return holds(value, appKeyParts);
}

/** Whether a secret holds the credentials of v2. */
export function isClientCredentials(value: unknown): value is ClientCredentials {
  return holds(value, clientParts);
}

/** What is wrong with a secret that should hold credentials, for the message. */
export function wrongFormat(secretName: string, parts: 'v1' | 'v2'): string {
  const wanted = (parts === 'v1' ? appKeyParts : clientParts).join(', ');
  return `Credentials have Invalid Format: the secret ${secretName} must be JSON with ${wanted}, each a text`;
}

function holds(value: unknown, parts: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return parts.every((part) => typeof (value as Record<string, unknown>)[part] === 'string');
}
