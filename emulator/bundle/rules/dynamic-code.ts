import type { AnyNode } from 'acorn';
import { packageOf } from '../shown-path.ts';
import { inPackage, isFree, literalText, type Rule } from './rule.ts';

/**
 * Text that is run as code. The platform refuses files with such expressions.
 * Source: developers.liveperson.com/liveperson-functions-getting-started-development-deep-dive-ui.html.
 */
export const dynamicCode: Rule = {
  suspects: ({ code }) =>
    /(?<![\w$])(?:eval|Function)(?![\w$])|set(?:Timeout|Interval)\s*\(\s*["'`]/.test(code),
  node(node, { at }, ancestors) {
    const expression = forbidden(node, ancestors);
    if (expression === null) return [];
    const where = at(node);
    const owner = packageOf(where.file);
    return [
      {
        code: 'dynamic-code',
        severity: 'error',
        message: `${expression}, which the platform refuses${inPackage(owner)}`,
        hint: owner === null ? 'write the code out' : `replace ${owner} with a package that does without`,
        where,
      },
    ];
  },
};

function forbidden(node: AnyNode, ancestors: readonly AnyNode[]): string | null {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  const name = globalName(node.callee, ancestors);
  if (name === 'eval') return 'eval';
  if (name === 'Function') return node.type === 'NewExpression' ? 'new Function' : 'Function()';
  if ((name === 'setTimeout' || name === 'setInterval') && literalText(node.arguments[0]) !== undefined) {
    return `${name} with a text to run`;
  }
  return null;
}

/** `name`, `(0, name)` and `globalThis.name` are all the global. */
function globalName(callee: AnyNode, ancestors: readonly AnyNode[]): string | null {
  if (callee.type === 'Identifier') return isFree(callee.name, ancestors) ? callee.name : null;
  if (callee.type === 'SequenceExpression') {
    const last = callee.expressions.at(-1);
    return last ? globalName(last, ancestors) : null;
  }
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return null;
  const global = ['globalThis', 'global'].includes(callee.object.name);
  return global && callee.property.type === 'Identifier' && !callee.computed ? callee.property.name : null;
}
