import type { Generation } from '../../../platform/generations.ts';

/** Factories that both generations document. Source: developers.liveperson.com, Functions toolbelt pages. */
const shared = [
  'LpClient',
  'ConversationUtil',
  'SDEUtil',
  'GDPRUtil',
  'SFClient',
  'ContextServiceClient',
  'MTLSClient',
  'OrchestratorClient',
];

const factories: Record<Generation, readonly string[]> = {
  v1: shared,
  v2: [...shared, 'LPMtlsClient', 'CsdsClient'],
};

/** A factory for each documented client, failing with what is missing and what to do. */
export function notImitated(generation: Generation): Record<string, () => never> {
  return Object.fromEntries(factories[generation].map((name) => [name, () => fail(name)]));
}

function fail(name: string): never {
  throw new Error(
    `Toolbelt.${name}() is not imitated yet by the emulator; on the platform it exists. ` +
      'Keep the call behind a function of your own, so that the rest can be run here.',
  );
}
