import { join } from 'node:path';
import type { Finding } from '../errors.ts';
import type { Generation } from '../platform/generations.ts';
import { type Limits, limitsOf } from '../platform/limits.ts';
import type { FunctionSource } from '../project/function-source.ts';
import { configDoubts } from '../project/function-folder.ts';
import { readConfigPlaces } from './config-places.ts';
import { descriptionRule } from './rules/description.ts';
import { environmentRule } from './rules/environment.ts';
import { eventRule } from './rules/event.ts';
import { nameRule } from './rules/function-name.ts';

/** What the platform would not like about the `config.json` of `source` on `generation`, each with its place in it. */
export function judgeConfig(
  source: FunctionSource,
  generation: Generation,
  limits: Limits = limitsOf(generation),
): Finding[] {
  const { config } = source;
  const complaints = [
    ...nameRule(config, limits),
    ...eventRule(config),
    ...descriptionRule(config, generation, limits),
    ...environmentRule(config, generation, limits),
  ];
  const doubts = configDoubts(join(source.folder, '..', '..'), source.name);
  if (complaints.length === 0) return doubts;
  const places = readConfigPlaces(source);
  return [...complaints.map(({ path, ...finding }) => ({ ...finding, where: places(path) })), ...doubts];
}
