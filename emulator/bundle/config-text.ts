import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callersWithoutEvent, noEvent } from '../platform/events.ts';
import type { Generation } from '../platform/generations.ts';
import type { FunctionSource } from '../project/function-source.ts';

/** The text of `config.json` as lpf wants it for `generation`; fields that are not ours are kept as they are. */
export function configText({ config, folder }: FunctionSource, generation: Generation): string {
  const variables = config.environmentVariables;
  // `caller` is the emulator's own key: the platform gets what lpf knows.
  const { caller: _caller, ...own } = raw(folder);
  const text = {
    ...own,
    name: config.name,
    event: eventText(config.event),
    description: config.description,
    input: config.input,
    environmentVariables:
      generation === 'v1' ? variables : Object.fromEntries(variables.map(({ key, value }) => [key, value])),
  };
  return `${JSON.stringify(text, null, 2)}\n`;
}

function eventText(event: string | null): string {
  return event === null || callersWithoutEvent.includes(event) ? noEvent : event;
}

function raw(folder: string): Record<string, unknown> {
  const text = readFileSync(join(folder, 'config.json'), 'utf8').replace(/^\uFEFF/, '');
  return JSON.parse(text) as Record<string, unknown>;
}
