import type { Generation } from '../../platform/generations.ts';
import type { Engine, Inspect } from '../protocol.ts';
import type { RealmHooks } from '../realm/hooks.ts';
import type { Realm } from '../realm/index.ts';

/** A bundle's text as a script, and the name that its lines have in a stack. */
export interface Script {
  text: string;
  filename: string;
  generation: Generation;
  /** Given when a debugger looks on. */
  inspect?: Inspect;
}

/** One way to run a bundle's text: makes the realm, then evaluates the script in it. */
export interface RealmEngine {
  realm: Realm;
  /** The script's top-level `lambda`, or `undefined`. Throws what the script throws. */
  evaluate(script: Script): unknown;
}

/** What an engine needs of the instance that it is in. */
export interface EngineOptions {
  hooks: RealmHooks;
  /** Puts the network behind the mocks; called before a function can reach it. */
  guard: () => void;
  /** Whether the toolbelt and the platform's libraries are stand-ins. */
  standIns: boolean;
}

/** A v2 function is an ES module, which is always strict. */
const strict: Record<Generation, string> = { v1: '', v2: '"use strict";' };

/** What vm2 puts in front of a script, and a debugger's script has too; Node's compileFunction puts nothing. */
export const scriptHead = '(function (exports, require, module, __filename, __dirname) { ';

/** The script with its handler handed out behind its last line, so that no line moves. */
export function withHandler({ text, generation }: Script): string {
  return `${strict[generation]}${text}\n;return typeof lambda === 'function' ? lambda : undefined;`;
}

/** How many columns the first line of a script is shifted by. */
export function firstLineShift(engine: Engine, generation: Generation, inspected = false): number {
  const head = engine === 'vm2' || inspected ? scriptHead.length : 0;
  return head + strict[generation].length;
}
