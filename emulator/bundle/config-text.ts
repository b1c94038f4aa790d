import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noEvent } from '../platform/events.ts';
import type { Generation } from '../platform/generations.ts';
import type { FunctionSource } from '../project/function-source.ts';

/** The text of `config.json` as lpf wants it for `generation`; fields that are not ours are kept as they are. */
export function configText({ config, folder }: FunctionSource, generation: Generation): string {
  const variables = config.environmentVariables;
  const text = {
    ...raw(folder),
    name: config.name,
    event: config.event ?? noEvent,
    description: config.description,
    input: config.input,
    environmentVariables:
      generation === 'v1' ? variables : Object.fromEntries(variables.map(({ key, value }) => [key, value])),
  };
  return `${JSON.stringify(text, null, 2)}\n`;
}

function raw(folder: string): object {
  const text = readFileSync(join(folder, 'config.json'), 'utf8').replace(/^\uFEFF/, '');
  return JSON.parse(text) as object;
}
