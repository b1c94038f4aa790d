import { csdsHosts, isHostOf, type ServiceName } from '../platform/account-services.ts';
import { accountId } from '../platform/environment.ts';
import type { ServiceCall } from './account.ts';
import type { ServiceChange } from './change.ts';
import { contextService } from './context-service.ts';
import { clientsOf } from './credentials.ts';
import { csds, hostsOf } from './csds.ts';
import type { OutboundAnswer, OutboundRequest } from './exchange.ts';
import { functionGateway } from './function-gateway.ts';
import { hostedFiles } from './hosted-files.ts';
import { messageHistory } from './message-history.ts';
import { monitoring } from './monitoring.ts';
import { mtlsGateway } from './mtls-gateway.ts';
import { sentinel } from './sentinel/sentinel.ts';
import { Tokens } from './sentinel/tokens.ts';
import type { Service, Surroundings } from './service.ts';

/** The services of one account, behind their hosts. */
export interface Services {
  answer(request: OutboundRequest, call: ServiceCall): Promise<OutboundAnswer | undefined>;
}

/** Those that are imitated; the others are only known by their host. */
const imitated = {
  sentinel: (surroundings) =>
    sentinel({ tokens: surroundings.tokens, clients: () => clientsOf(surroundings) }),
  msgHist: messageHistory,
  smt: monitoring,
  mavenContext: contextService,
  swift: hostedFiles,
  mtlsGateway,
  faasGW: functionGateway,
} satisfies Partial<Record<ServiceName, (surroundings: Surroundings) => Service>>;

type Imitated = keyof typeof imitated;

/** Sets up the services of an account; each begins with the first request to it. */
export function createServices(
  account: Omit<Surroundings, 'tokens'> & { keep(change: ServiceChange): void },
): Services {
  const surroundings: Surroundings = { ...account, tokens: new Tokens(account.clock, accountId) };
  const hosts = hostsOf(surroundings);
  const begun = new Map<string, Service>([['csds', csds(hosts)]]);
  const serviceAt = (host: string): Service | undefined => {
    const name = csdsHosts.includes(host) ? 'csds' : nameOf(host, hosts);
    if (name === undefined) return undefined;
    const service = begun.get(name) ?? imitated[name as Imitated](surroundings);
    begun.set(name, service);
    return service;
  };
  return {
    async answer(raw, call) {
      const url = new URL(raw.url);
      const { method, headers } = raw;
      const note = (change: Omit<ServiceChange, 'at'>): void => account.keep({ ...change, at: call.now() });
      return serviceAt(url.hostname)?.({ method, url, headers, raw, call, note });
    },
  };
}

/** The imitated service at `host`: where CSDS says that one is, or in any data centre of the platform. */
function nameOf(host: string, hosts: ReadonlyMap<string, string>): Imitated | undefined {
  const names = (Object.keys(imitated) as Imitated[]).filter((name) => hosts.has(name));
  return names.find((name) => hosts.get(name) === host) ?? names.find((name) => isHostOf(name, host));
}
