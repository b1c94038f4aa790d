import { consoleMethods } from '../../platform/console.ts';
import type { RealmHooks } from './hooks.ts';
import { toJson } from './json.ts';

/** A function may have a `String` of its own. */
const toText = String;

/** The platform's console: its methods and no others, so that any other one is a TypeError, as it is there. */
export function createConsole(hooks: RealmHooks): Record<string, (...args: unknown[]) => void> {
  const console: Record<string, (...args: unknown[]) => void> = {};
  for (const [method, level] of Object.entries(consoleMethods[hooks.generation])) {
    console[method] = (message?: unknown, ...extras: unknown[]) =>
      hooks.log(level, text(message), listed(extras));
  }
  return console;
}

/** Without the methods of arrays, which a function may have changed. */
function listed(extras: unknown[]): string {
  let all = '';
  for (let index = 0; index < extras.length; index += 1) {
    all += `${index > 0 ? ',' : ''}${toJson(extras[index]) ?? 'null'}`;
  }
  return `[${all}]`;
}

function text(message: unknown): string {
  if (typeof message === 'string') return message;
  return message instanceof Error ? toText(message) : (toJson(message) ?? toText(message));
}
