import type { Generation } from '../../../platform/generations.ts';

/** The library that the platform provides for Salesforce, and makes the connection with. */
const library: Record<Generation, string> = { v1: 'jsforce', v2: '@jsforce/jsforce-node' };

interface Jsforce {
  Connection: new (parameters: object) => unknown;
}

/**
 * SFClient: nothing but a `Connection` of jsforce. Sources: github.com/LivePersonInc/faas-cli, both toolbelts'
 * crm-clients.
 */
export function createSfClient(generation: Generation, load: (name: string) => unknown) {
  return {
    connectToSalesforce(parameters: object): unknown {
      const { Connection } = load(library[generation]) as Jsforce;
      return new Connection(parameters);
    },
  };
}
