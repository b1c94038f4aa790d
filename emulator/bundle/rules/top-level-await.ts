import type { AnyNode } from 'acorn';
import type { Rule } from './rule.ts';
import { isFunction } from './top-level.ts';

/** Waiting at the top level of a hand-written file; a bundled source is refused earlier, when it is built. */
export const topLevelAwait: Rule = {
  suspects: ({ map, code }) => map === null && code.includes('await'),
  node(node, { at }, ancestors) {
    if (!waits(node) || ancestors.some(isFunction)) return [];
    return [
      {
        code: 'top-level-await',
        severity: 'error',
        message: 'await at the top level, where no function of yours runs yet',
        hint: 'move it into lambda, or into a function that lambda awaits',
        where: at(node),
      },
    ];
  },
};

function waits(node: AnyNode): boolean {
  return node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await);
}
