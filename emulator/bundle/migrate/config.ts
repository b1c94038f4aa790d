import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionSource } from '../../project/function-source.ts';
import { readConfigPlaces } from '../config-places.ts';
import type { Change } from './change.ts';

/** What `config.json` says otherwise on v2. */
export function configChanges(source: FunctionSource): Change[] {
  const at = readConfigPlaces(source);
  return [...environment(source, at), ...schedule(source, at)];
}

type Places = ReturnType<typeof readConfigPlaces>;

/** lpf of v1 writes pairs, that of v2 an object. Source: github.com/LivePersonInc/faas-cli README.md. */
function environment({ folder, config }: FunctionSource, at: Places): Change[] {
  const text = readFileSync(join(folder, 'config.json'), 'utf8').replace(/^\uFEFF/, '');
  const { environmentVariables: raw } = JSON.parse(text) as { environmentVariables?: unknown };
  if (!Array.isArray(raw) || config.environmentVariables.length === 0) return [];
  const message = 'environmentVariables becomes an object of texts';
  return [{ kind: 'config', by: 'lpf-bundle', message, hint: '', where: at(['environmentVariables']) }];
}

/** Source: developers.liveperson.com/liveperson-functions-v2-features-scheduling.html. */
function schedule({ config }: FunctionSource, at: Places): Change[] {
  if (config.event !== 'scheduled') return [];
  const message = 'the schedule is no part of a project; on v2 it has a time zone, on v1 it is in UTC';
  const hint = 'make it again in the Functions UI';
  return [{ kind: 'schedule', by: 'you', message, hint, where: at(['caller']) }];
}
