import { cpuUsage } from 'node:process';
import { type Context, createContext, runInContext } from 'node:vm';
import { EmulatorError } from '../../errors.ts';

/** Milliseconds that one expression may take for one text; ours, far more than any that comes to an end needs. */
const patience = 250;

/** How an expression is written among texts: `/total: \d+/i`. */
const written = /^\/(?<source>.+)\/(?<flags>[a-z]*)$/s;

/** The expression that `text` is written as; `undefined` for plain text. Throws `SyntaxError` where it is none. */
export function expressionIn(text: string): RegExp | undefined {
  const { source, flags = '' } = written.exec(text)?.groups ?? {};
  // Flags g and y would remember where the last text ended, and say nothing about whether there is a match.
  return source === undefined ? undefined : new RegExp(source, flags.replace(/[gy]/g, ''));
}

let sandbox: { expression: RegExp; text: string } | undefined;

/**
 * Whether `expression` is found in `text`. It runs where V8 can stop it: one such as `/(a+)+$/` can take longer than
 * anybody waits. Throws `bad-conversation` for such a one.
 */
export function isFound(expression: RegExp, text: string): boolean {
  sandbox ??= createContext({ expression, text }) as { expression: RegExp; text: string };
  Object.assign(sandbox, { expression, text });
  const before = cpuUsage();
  let found = search(sandbox);
  // V8 stops by the clock on the wall: a machine that stood still meanwhile is no fault of the expression.
  while (found === undefined && spentSince(before) < patience / 2) found = search(sandbox);
  if (found !== undefined) return found;
  throw new EmulatorError({
    code: 'bad-conversation',
    message: `${String(expression)} takes more than ${patience} ms for a text of ${text.length} characters`,
    hint: 'repeat no group that repeats something itself, as (a+)+ does',
  });
}

/** `undefined` where V8 has stopped the search. */
function search(context: Context): boolean | undefined {
  try {
    return runInContext('expression.test(text)', context, { timeout: patience }) === true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return undefined;
  }
}

/** Milliseconds of the processor. */
function spentSince(before: NodeJS.CpuUsage): number {
  const { user, system } = cpuUsage(before);
  return (user + system) / 1_000;
}
