import type { Generation } from '../../platform/generations.ts';
import { isLibrary, isOfferedBuiltin, toolbelt } from '../../platform/modules.ts';

/** Modules of the network, which are only handed out with the guard in place. */
const network = /^(node:)?https?$/;

/** `require` as a function sees it: the toolbelt, the offered modules of Node, and nothing else. */
export function createRequire(
  generation: Generation,
  own: unknown,
  guard: () => void,
): (name: string) => unknown {
  return (name) => {
    if (name === toolbelt[generation]) return own;
    if (!isOfferedBuiltin(name)) throw notFound(name, generation);
    if (network.test(name)) guard();
    return require(name);
  };
}

/** Why a module is not there. The code is the one that Node gives, so that a function's own fallback works. */
function notFound(name: string, generation: Generation): Error {
  const reason = isLibrary(name, generation)
    ? 'the platform provides it, the emulator does not yet'
    : 'the platform does not offer it';
  return Object.assign(new Error(`Cannot find module '${name}': ${reason}`), { code: 'MODULE_NOT_FOUND' });
}
