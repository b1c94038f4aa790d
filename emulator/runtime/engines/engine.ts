import type { Engine } from '../protocol.ts';
import type { RealmHooks } from '../realm/hooks.ts';
import type { Realm } from '../realm/index.ts';

/** A bundle's text as a script, and the name that its lines have in a stack. */
export interface Script {
  text: string;
  filename: string;
}

/** One way to run a bundle's text: makes the realm, then evaluates the script in it. */
export interface RealmEngine {
  realm: Realm;
  /** The script's top-level `lambda`, or `undefined`. Throws what the script throws. */
  evaluate(script: Script): unknown;
}

export interface EngineOptions {
  hooks: RealmHooks;
  /** Puts the network behind the mocks; called before a function can reach it. */
  guard: () => void;
}

/** The script with its handler handed out behind its last line, so that no line moves. */
export function withHandler({ text }: Script): string {
  return `${text}\n;return typeof lambda === 'function' ? lambda : undefined;`;
}

/**
 * How many columns an engine shifts the first line by: vm2 puts its own function head in front of it, Node's
 * compileFunction nothing.
 */
export const firstLineShift: Record<Engine, number> = {
  node: 0,
  vm2: '(function (exports, require, module, __filename, __dirname) { '.length,
};
