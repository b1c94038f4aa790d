import type { Generation } from '../../platform/generations.ts';
import type { ThrownError } from '../protocol.ts';
import { type Settled, call } from './call.ts';
import { createConsole } from './console.ts';
import { describe } from './describe.ts';
import { createToolbelt } from './toolbelt/index.ts';

/**
 * What the instance offers to a realm. Only text and numbers cross this line: vm2 guards its border by wrapping every
 * object that crosses it, which costs a hundred times what a JSON text costs.
 */
export interface RealmHooks {
  generation: Generation;
  /** `extras` is JSON text of an array. */
  log(level: string, message: string, extras: string): void;
  /** Secrets of `functions/settings.json`, as JSON text. */
  secrets: string;
}

/** The part of the emulator that lives in the same realm as the function. */
export interface Realm {
  console: Record<string, (...args: unknown[]) => void>;
  toolbelt: unknown;
  call(lambda: unknown, input: string, answerSize: number, settle: Settled): void;
  describe(thrown: unknown): ThrownError;
}

/** Builds the realm's half of an instance. */
export function createRealm(hooks: RealmHooks): Realm {
  const console = createConsole(hooks);
  return {
    console,
    toolbelt: createToolbelt(hooks),
    call: (lambda, input, answerSize, settle) =>
      call({ lambda, generation: hooks.generation, input, answerSize, warn: console['warn'] }, settle),
    describe,
  };
}

export { fetchFromText } from './fetch.ts';
export { writeStacks } from './stacks.ts';
