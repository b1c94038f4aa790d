import type { Generation } from '../../platform/generations.ts';
import type { Realm, RealmHooks } from '../realm/index.ts';

/** A bundle's text, and the name that its lines have in a stack. */
export interface Script {
  text: string;
  filename: string;
  generation: Generation;
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
  guard(): void;
}

/**
 * The script with its handler handed out behind its last line, so that no line moves. A v2 function is an ES module,
 * which is always strict; the directive stands in front of the first line.
 */
export function withHandler({ text, generation }: Script): string {
  return `${generation === 'v2' ? strictDirective : ''}${text}\n;return typeof lambda === 'function' ? lambda : undefined;`;
}

/** Its length is what the first line's columns are off by. */
export const strictDirective = '"use strict";';
