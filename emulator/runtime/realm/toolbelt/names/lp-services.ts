import type { Generation } from '../../../../platform/generations.ts';

const shared = {
  MSG_HIST: 'msgHist',
  AGENT_VEP: 'agentVep',
  ACCOUNT_CONFIG_READ_ONLY: 'accountConfigReadOnly',
  ACCOUNT_CONFIG_READ_WRITE: 'accountConfigReadWrite',
  ASYNC_MESSAGING: 'asyncMessaging',
  ASYNC_MESSAGING_EN: 'asyncMessagingEnt',
  ENG_HIST_DOMAIN: 'engHistDomain',
  RTBF: 'rtbf',
  SMT: 'smt',
  PUSHER: 'pusher',
  LE_DATA_REPORTING: 'leDataReporting',
  MSG_EWT_API: 'msgEwtAPI',
  MSDKGW: 'msdkgw',
} as const;

/**
 * The services that the toolbelt has names for; the two generations spell one of them differently.
 * Source: github.com/LivePersonInc/faas-cli src/shared/{lp-faas,core-functions}-toolbelt/lp-client.
 */
export const lpServices = {
  v1: { ...shared, AUDITLOG: 'auditlog' },
  v2: { ...shared, AUDITLOG: 'auditLog' },
} as const satisfies Record<Generation, Record<string, string>>;
