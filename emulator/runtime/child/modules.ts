import type { Generation } from '../../platform/generations.ts';
import { connecting, isLibrary, isOfferedBuiltin, libraryAround, toolbelt } from '../../platform/modules.ts';
import { libraryFile } from './libraries.ts';

/** Modules of the network, which are only handed out with the guard in place. */
const network = /^(node:)?https?$/;

/** `require` as a function sees it: the toolbelt, the platform's libraries, the offered modules of Node, nothing else. */
export function createRequire(
  generation: Generation,
  own: unknown,
  guard: () => void,
): (name: string) => unknown {
  return (name) => {
    if (name === toolbelt[generation]) return own;
    if (network.test(name) || connecting.includes(name)) guard();
    if (isLibrary(name, generation)) return require(libraryFile(name));
    if (!isOfferedBuiltin(name)) throw notFound(name, generation);
    return require(name);
  };
}

/** Why a module is not there. The code is the one that Node gives, so that a function's own fallback works. */
function notFound(name: string, generation: Generation): Error {
  const library = libraryAround(name, generation);
  const reason =
    library === undefined ? 'the platform does not offer it' : `the platform offers "${library}" as a whole`;
  return Object.assign(new Error(`Cannot find module '${name}': ${reason}`), { code: 'MODULE_NOT_FOUND' });
}
