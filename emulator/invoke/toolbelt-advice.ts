import type { Generation } from '../platform/generations.ts';
import { didYouMean } from '../platform/suggest.ts';
import { insteadOf, toolbeltFactories } from '../platform/toolbelt-factories.ts';

/** What to do about a client that the toolbelt of `generation` does not have; `undefined` for any other error. */
export function adviceForFactory(message: string, generation: Generation): string | undefined {
  const name = /\bToolbelt\.(\w+) is not a function/.exec(message)?.[1];
  if (name === undefined || toolbeltFactories[generation].includes(name)) return undefined;
  const instead = insteadOf[name];
  if (instead !== undefined) return `${generation} has no Toolbelt.${name}: ${instead}`;
  return `the toolbelt of ${generation} has no ${name}.${didYouMean(name, toolbeltFactories[generation])}`;
}
