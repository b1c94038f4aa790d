import type { Generation } from './generations.ts';

const shared = [
  'SecretClient',
  'LpClient',
  'ConversationUtil',
  'SDEUtil',
  'GDPRUtil',
  'ContextServiceClient',
  'OrchestratorClient',
  'MTLSClient',
  'SFClient',
];

/**
 * The clients that `Toolbelt` makes. Sources: developers.liveperson.com/liveperson-functions-toolbelt-documentation-toolbelt.html
 * (v1), github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/index.ts (v2).
 */
export const toolbeltFactories: Record<Generation, readonly string[]> = {
  v1: [...shared, 'HTTPClient'],
  v2: [...shared, 'CsdsClient', 'LPMtlsClient'],
};

/** What does the same where a generation lacks a client. */
export const insteadOf: Readonly<Record<string, string>> = {
  HTTPClient: 'use fetch',
  CsdsClient: 'LpClient finds a service’s host by itself',
  LPMtlsClient: 'use MTLSClient, with the certificate as a secret',
};
