import type { Generation } from '../../platform/generations.ts';

/**
 * What the instance offers to a realm. Only text and numbers cross this line: vm2 guards its border by wrapping every
 * object that crosses it, which costs a hundred times what a JSON text costs.
 */
export interface RealmHooks {
  generation: Generation;
  /** `extras` is JSON text of an array. */
  log(level: string, message: string, extras: string): void;
  /** Asks the host (an `Ask` of runtime/outside.ts); question and reply are JSON text. Answers how to give up. */
  ask(question: string, onReply: (reply: string) => void): () => void;
  /** The account of the call at hand: what is known of another one does not hold for it. */
  account(): number;
}
