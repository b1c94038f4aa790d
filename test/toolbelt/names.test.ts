import { inFunction } from './in-function.ts';

const names = `const { Toolbelt: factories, ...others } = toolbelt;
return { factories: Object.keys(factories).sort(), others: Object.keys(others).sort(),
  audit: toolbelt.LpServices.AUDITLOG, types: Object.keys(toolbelt.SDETypes).length,
  codes: Object.keys(toolbelt.ErrorCodes).sort(), contents: Object.keys(toolbelt.ConversationContentTypes).length };`;

const shared = [
  'ContextServiceClient',
  'ConversationUtil',
  'GDPRUtil',
  'LpClient',
  'MTLSClient',
  'OrchestratorClient',
  'SDEUtil',
  'SFClient',
  'SecretClient',
];
const constants = ['ConversationContentTypes', 'ErrorCodes', 'ErrorStrategy', 'LpServices', 'SDETypes'];

test('each generation hands out what its package does', async () => {
  expect((await inFunction(names, { generation: 'v1' })).result).toEqual({
    factories: [...shared, 'HTTPClient'].toSorted(),
    others: [...constants, 'SecretError'].toSorted(),
    audit: 'auditlog',
    types: 10,
    codes: ['Csds', 'Platform', 'Secret'],
    contents: 24,
  });
  expect((await inFunction(names)).result).toEqual({
    factories: [...shared, 'CsdsClient', 'LPMtlsClient'].toSorted(),
    others: [...constants, 'ToolBeltError', 'globalSecretCache'].toSorted(),
    audit: 'auditLog',
    types: 11,
    codes: expect.arrayContaining(['Csds', 'LpClient', 'Mtls', 'OAuth2', 'OrchestratorFN']) as string[],
    contents: 24,
  });
});

test.each([
  ['v2', 'HTTPClient', 'v2 has no Toolbelt.HTTPClient: use fetch'],
  ['v1', 'CsdsClient', 'v1 has no Toolbelt.CsdsClient: LpClient finds a service’s host by itself'],
  ['v1', 'LPMtlsClient', 'v1 has no Toolbelt.LPMtlsClient: use MTLSClient, with the certificate as a secret'],
  ['v2', 'SecretClint', 'the toolbelt of v2 has no SecretClint.'],
] as const)(
  '%s has no %s, which ends the call as on the platform, with what to do',
  async (generation, name, hint) => {
    const { outcome, error, verdict } = await inFunction(`return Toolbelt.${name}();`, { generation });
    expect([outcome, error?.message]).toEqual([
      'crashed',
      expect.stringContaining(`Toolbelt.${name} is not a function`),
    ]);
    expect(JSON.stringify(verdict)).toContain(hint);
  },
);
