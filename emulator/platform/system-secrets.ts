import type { Generation } from './generations.ts';

/**
 * The app keys that the platform puts into the secret storage of every account, with synthetic values.
 * Sources: developers.liveperson.com/liveperson-functions-provisioning.html (v1: OAuth 1.0) and
 * liveperson-functions-v2-provisioning.html (v2: OAuth 2.0).
 */
export const systemSecrets: Record<Generation, Readonly<Record<string, Record<string, string>>>> = {
  v1: {
    'lp-faas-default-app-key': oauth1('default'),
    'lp-faas-orchestrator-app-key': oauth1('orchestrator'),
  },
  v2: { LIVEPERSON_DEFAULT_APP_KEY: { client_id: 'local-client-id', client_secret: 'local-client-secret' } },
};

function oauth1(name: string): Record<string, string> {
  return {
    consumerKey: `local-${name}-consumer-key`,
    consumerSecret: `local-${name}-consumer-secret`,
    token: `local-${name}-token`,
    tokenSecret: `local-${name}-token-secret`,
  };
}

/**
 * Keys that begin so are the platform's own. Source:
 * developers.liveperson.com/liveperson-functions-v2-features-secrets.html.
 */
export const systemSecretPrefix = 'LIVEPERSON_DEFAULT_';
