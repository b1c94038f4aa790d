import { accountServices, type ServiceName, serviceHost } from '../platform/account-services.ts';
import { accountId } from '../platform/environment.ts';
import { foreign, json, refusal } from './responses.ts';
import { isOwn, partsOf, type Service, type Surroundings } from './service.ts';

/** The hosts of the account's services by name: those of the platform, and what the presets say of them. */
export function hostsOf({ generation, presets }: Surroundings): Map<string, string> {
  const names = Object.keys(accountServices) as ServiceName[];
  const hosts = new Map<string, string>(names.map((name) => [name, serviceHost(name, generation)]));
  for (const [name, host] of Object.entries(presets.services ?? {})) {
    if (host === false) hosts.delete(name);
    else hosts.set(name, host);
  }
  return hosts;
}

/**
 * The domain service: where each of an account's services is.
 * Source: developers.liveperson.com/agent-domain-domain-api.html; that an unknown service is a 404 is inferred.
 */
export function csds(hosts: ReadonlyMap<string, string>): Service {
  return ({ method, url }) => {
    const all = partsOf('/api/account/:account/service/baseURI.json', url.pathname);
    const one = partsOf('/api/account/:account/service/:name/baseURI.json', url.pathname);
    const { account, name } = { ...all, ...one };
    if (method !== 'GET' || account === undefined) return undefined;
    if (!url.searchParams.has('version')) return refusal(400, 'the query parameter "version" is missing');
    if (!isOwn(account)) return foreign(401, account);
    if (name === undefined) {
      return json(200, { baseURIs: [...hosts].map(([service, host]) => entry(service, host)) });
    }
    const host = hosts.get(name);
    if (host === undefined) return refusal(404, `account ${accountId} has no service "${name}"`);
    return json(200, entry(name, host));
  };
}

function entry(service: string, baseURI: string): Record<'service' | 'account' | 'baseURI', string> {
  return { service, account: accountId, baseURI };
}
