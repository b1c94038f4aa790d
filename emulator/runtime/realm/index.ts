import { type Settled, call } from './call.ts';
import { createConsole } from './console.ts';
import type { RealmHooks } from './hooks.ts';
import { createToolbelt } from './toolbelt/index.ts';

/** The part of the emulator that lives in the same realm as the function. */
export interface Realm {
  console: Record<string, (...args: unknown[]) => void>;
  toolbelt: unknown;
  call(lambda: unknown, input: string, answerSize: number, settle: Settled): void;
}

/** Builds the realm's half of an instance; `load` is the function's own `require`, for what the toolbelt is made of. */
export function createRealm(hooks: RealmHooks, load: (name: string) => unknown): Realm {
  const console = createConsole(hooks);
  return {
    console,
    toolbelt: createToolbelt(hooks, load),
    call: (lambda, input, answerSize, settle) =>
      call({ lambda, generation: hooks.generation, input, answerSize, warn: console['warn'] }, settle),
  };
}

export { fetchFromText } from './fetch.ts';
export { writeStacks } from './stacks.ts';
export { answerBytes, fillArray, readText, takeBytes } from './web.ts';
