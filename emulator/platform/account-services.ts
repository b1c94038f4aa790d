import type { Generation } from './generations.ts';

/** One service of a LivePerson account, as CSDS lists it. */
interface AccountService {
  /** What comes between the data centre and `liveperson.net` in the service's host. */
  host: string | Record<Generation, string>;
  /** Whether a v1 function may call it without an entry of its own in the allowlist. */
  allowlisted: boolean;
  /** The host is ours: no public page shows it. */
  inferred?: true;
}

const open = (host: string): AccountService => ({ host, allowlisted: true });
const closed = (host: string): AccountService => ({ host, allowlisted: false });

/**
 * The services that CSDS knows, by name. Names: github.com/LivePersonInc/faas-cli
 * src/shared/core-functions-toolbelt/lp-client/lpServices.ts; hosts: its list of default domains (branch legacy,
 * src/shared/lp-faas-toolbelt/client/httpClient.ts) and developers.liveperson.com/agent-domain-domain-api.html; what is
 * open to v1 functions: developers.liveperson.com/liveperson-functions-provisioning.html. The v2 hosts of the functions'
 * own services: github.com/LivePersonInc/faas-client-node src/client/baseClient.ts tells them by `fninvocations`.
 */
export const accountServices = {
  sentinel: closed('sentinel'),
  faasGW: { host: { v1: 'faasgw', v2: 'fninvocations' }, allowlisted: true },
  faasUI: { host: { v1: 'faasui', v2: 'functions' }, allowlisted: false, inferred: true },
  msgHist: open('msghist'),
  agentVep: open('agentvep'),
  accountConfigReadOnly: open('acr'),
  accountConfigReadWrite: open('ac'),
  asyncMessaging: open('msg'),
  asyncMessagingEnt: open('msg'),
  engHistDomain: open('enghist'),
  rtbf: { host: 'rtbf', allowlisted: true, inferred: true },
  auditlog: { host: 'auditlog', allowlisted: false, inferred: true },
  auditLog: { host: 'auditlog', allowlisted: false, inferred: true },
  smt: open('v'),
  pusher: open('push'),
  leDataReporting: open('data'),
  msgEwtAPI: open('lp-msgewt'),
  msdkgw: { host: 'msdkgw', allowlisted: true, inferred: true },
  swift: open('objectstorage'),
  mavenContext: closed('context'),
  mtlsGateway: closed('mtls'),
} as const satisfies Record<string, AccountService>;

/** The name of a service that CSDS knows. */
export type ServiceName = keyof typeof accountServices;

/** The hosts of CSDS itself; every account asks the same ones, and v1 functions may. Source: as above. */
export const csdsHosts: readonly string[] = ['api.liveperson.net', 'adminlogin.liveperson.net'];

const domain = 'liveperson.net';

/** The data centre of the imitated account; synthetic, as no public one is named so. */
export const dataCentre = 'local';

/** The host of a service as CSDS tells it to a function of `generation`. */
export function serviceHost(name: ServiceName, generation: Generation): string {
  return `${dataCentre}.${partOf(accountServices[name], generation)}.${domain}`;
}

/** Whether `host` is the service's in whichever data centre: functions often have one written in, such as `z1.context…`. */
export function isHostOf(name: ServiceName, host: string): boolean {
  const [centre, ...rest] = host.split('.');
  if (centre === undefined || centre === '') return false;
  const tail = rest.join('.');
  const parts = [partOf(accountServices[name], 'v1'), partOf(accountServices[name], 'v2')];
  return parts.some((part) => tail === `${part}.${domain}`);
}

/**
 * A host as an allowlist has it: that of a service of the imitated account stands for any data centre, as the real one
 * is in another. Source: developers.liveperson.com/liveperson-functions-provisioning.html, which has
 * `*.context.liveperson.net` added.
 */
export function allowlistEntry(host: string): string {
  const imitated = host.startsWith(`${dataCentre}.`) && host.endsWith(`.${domain}`);
  return imitated ? `*${host.slice(dataCentre.length)}` : host;
}

function partOf({ host }: AccountService, generation: Generation): string {
  return typeof host === 'string' ? host : host[generation];
}
