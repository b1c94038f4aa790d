import { consoleMethods } from '../../platform/console.ts';
import type { RealmHooks } from './hooks.ts';
import { toJson } from './json.ts';

/** The platform's console: its methods and no others, so that any other one is a TypeError, as it is there. */
export function createConsole(hooks: RealmHooks): Record<string, (...args: unknown[]) => void> {
  const console: Record<string, (...args: unknown[]) => void> = {};
  for (const [method, level] of Object.entries(consoleMethods[hooks.generation])) {
    console[method] = (message?: unknown, ...extras: unknown[]) =>
      hooks.log(level, text(message), `[${extras.map((extra) => toJson(extra) ?? 'null').join()}]`);
  }
  return console;
}

function text(message: unknown): string {
  if (typeof message === 'string') return message;
  return message instanceof Error ? String(message) : (toJson(message) ?? String(message));
}
