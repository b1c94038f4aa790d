import type { Generation } from '../../platform/generations.ts';

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
