import { topLevel } from '../rules/top-level.ts';
import type { Look } from './change.ts';

const hint = 'write it in index.ts as: export async function lambda(input) { … }';

/** The handler's signature: v2 calls it with the input alone and takes what it returns. */
export const handlerLook: Look = {
  lasting: false,
  program({ program, handler, at }) {
    const value = handler ?? topLevel(program, 'lambda') ?? program;
    const callback = handler?.params[1];
    const named = callback?.type === 'Identifier' ? `, ${callback.name}` : ', …';
    const written = handler === undefined ? 'lambda' : `lambda(input${callback ? named : ''})`;
    const message = `${written} becomes an exported function of the input that returns its answer`;
    return [{ kind: 'handler', by: 'you', message, hint, where: at(value) }];
  },
};
