import type { RealmHooks } from '../hooks.ts';
import { createToolbeltV1 } from './v1.ts';
import { createToolbeltV2 } from './v2.ts';

/** The toolbelt module of a generation; `load` gives what the function itself could load, such as jsforce. */
export function createToolbelt(hooks: RealmHooks, load: (name: string) => unknown): object {
  return hooks.generation === 'v1' ? createToolbeltV1(hooks, load) : createToolbeltV2(hooks, load);
}
