import { join } from 'node:path';
import { bundleFunctions, Invoker, loadProject, payloadsFor, runMatrix } from '../../emulator/index.ts';
import type { InvocationRecord, Row } from '../../emulator/index.ts';
import type { FunctionSource } from '../../emulator/project/function-source.ts';
import { generations } from '../../emulator/platform/generations.ts';

/** Where the templates are. */
export const root = join(__dirname, '../..');

const engines = ['node', 'vm2'] as const;

/** How long a template waits for a service is not what is looked at here, and the machine may be busy. */
function patient(source: FunctionSource): FunctionSource {
  const { environmentVariables } = source.config;
  const patience = { key: 'SERVICE_TIMEOUT_MS', value: '20000' };
  return {
    ...source,
    config: { ...source.config, environmentVariables: [...environmentVariables, patience] },
  };
}

/** Feeds all payloads of all templates to both generations on both engines, by the public API alone. */
export async function feedTemplates(): Promise<InvocationRecord[]> {
  const { functions: found, settings } = loadProject(root);
  const functions = found.map(patient);
  const bundles = await bundleFunctions(root, functions, { generations });
  const payloads = await Promise.all(functions.map((source) => payloadsFor(root, source)));
  const rows = functions.flatMap((source, index): Row[] =>
    bundles.flatMap(({ bundle }) =>
      bundle?.function === source.name ? [{ bundle, source, payloads: payloads[index]?.payloads ?? [] }] : [],
    ),
  );
  expect(payloads.flatMap(({ findings }) => findings)).toEqual([]);
  const records: InvocationRecord[] = [];
  // One engine after the other: some templates wait a fixed time for a secret, and more processes than cores eat it up.
  for (const engine of engines) {
    const invoker = new Invoker({ root, settings, engine });
    const options = { repeat: 1, cold: false, concurrency: 2, onRecord: () => undefined };
    records.push(...(await runMatrix(invoker, rows, options).finally(() => invoker.close())));
  }
  return records;
}
