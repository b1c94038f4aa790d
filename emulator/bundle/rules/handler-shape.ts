import type { AnyNode } from 'acorn';
import type { Finding } from '../../errors.ts';
import type { Bundle } from '../bundle.ts';
import type { Judged, Rule } from './rule.ts';
import { type AnyFunction, isFunction, isValue, topLevel } from './top-level.ts';

/** The handler that the wrapper of a bundled source calls. */
const wrapped = /(?:return |resolve\()([\w$]+)\(input\)\)?;\s*\}/;

/** What the user's handler is called in a bundle: its wrapper is the `lambda` of a bundled source. */
export function handlerName({ code, map }: Pick<Bundle, 'code' | 'map'>): string | undefined {
  return map === null ? 'lambda' : wrapped.exec(code)?.[1];
}

/**
 * The handler's shape. A hand-written v1 file declares `function lambda(input, callback)` and calls the callback, a v2
 * file `async function lambda(input)`; the platform checks both by looking at the text. A bundled source takes the
 * input and returns the answer, whatever the generation.
 */
export const handlerShape: Rule = {
  suspects(bundle) {
    if (bundle.map === null) return true;
    const name = handlerName(bundle);
    return name !== undefined && !takesOne(bundle.code, name);
  },
  program(judged) {
    const { bundle, program } = judged;
    const name = handlerName(bundle);
    if (name === undefined) return [];
    const handler = topLevel(program, name);
    if (handler === undefined) return bundle.map === null ? [noLambda(judged)] : [];
    const fault = isFunction(handler) ? judgeFunction(handler, judged) : judgeValue(handler);
    if (fault === null) return [];
    return [{ code: 'wrong-lambda', severity: 'error', ...fault, where: judged.at(handler ?? program) }];
  },
};

/** Whether the text plainly says that the handler has one parameter or none, so that nothing need be parsed. */
function takesOne(code: string, name: string): boolean {
  const safe = name.replaceAll('$', '\\$');
  const written = new RegExp(
    `function ${safe}\\(([\\w$]*)\\)|[^\\w$.]${safe} ?= ?(?:async ?)?\\(([\\w$]*)\\) ?=>`,
  );
  return written.test(code);
}

type Fault = Pick<Finding, 'message' | 'hint'> | null;

function judgeFunction(handler: AnyFunction, { bundle }: Judged): Fault {
  if (handler.generator) return { message: 'lambda is a generator', hint: 'make it an async function' };
  const count = handler.params.length;
  if (bundle.map !== null || bundle.generation === 'v2') {
    const hint = 'return the answer and throw what failed: async function lambda(input)';
    return count > 1
      ? { message: `lambda takes ${count} parameters, but is given the input only`, hint }
      : null;
  }
  if (count < 2 && !/\barguments\b/.test(bundle.code.slice(handler.start, handler.end))) {
    const hint =
      'answer through the callback: function lambda(input, callback) { … callback(null, answer); }';
    return { message: 'lambda takes no callback, so v1 never learns its answer', hint };
  }
  const callback = handler.params[1];
  if (callback?.type !== 'Identifier' || uses(bundle.code.slice(callback.end, handler.end), callback.name))
    return null;
  return { message: `lambda never calls ${callback.name}`, hint: 'call it exactly once on every path' };
}

function uses(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(code);
}

/** Something that is called later may well be a function; a literal cannot be. */
function judgeValue(value: AnyNode | null): Fault {
  if (value !== null && !isValue(value)) return null;
  return { message: 'lambda is not a function', hint: 'declare it as one: async function lambda(input)' };
}

function noLambda({ bundle, entry }: Judged): Finding {
  const written =
    bundle.generation === 'v1'
      ? 'function lambda(input, callback) { … }'
      : 'async function lambda(input) { … }';
  return {
    code: 'no-lambda',
    severity: 'error',
    message: `no function named lambda at the top level of ${entry}`,
    hint: `the platform looks for the handler by its name: ${written}`,
    where: { file: entry, line: 1, column: 1 },
  };
}
