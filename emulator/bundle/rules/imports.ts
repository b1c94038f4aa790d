import type { AnyNode } from 'acorn';
import { isFree } from './rule.ts';

/**
 * What `node` asks to be loaded, or `undefined` when it loads nothing. `required` is what stands for `require`.
 */
export function requested(
  node: AnyNode,
  ancestors: readonly AnyNode[],
  required: string,
): AnyNode | null | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return node.source;
    case 'ExportNamedDeclaration':
      return node.source ?? undefined;
    case 'CallExpression': {
      const { callee } = node;
      if (callee.type !== 'Identifier') return undefined;
      if (callee.name !== required && !(callee.name === 'require' && isFree('require', ancestors)))
        return undefined;
      return node.arguments[0] ?? null;
    }
    default:
      return undefined;
  }
}

const assigned =
  /([\w$]+)\s*=\s*(?:\/\* @__PURE__ \*\/\s*)?\(\(?[\w$]+\)?\s*=>\s*typeof (?:lpf\$req|require)(?![\w$])/;

/** What stands for `require` in `code`: a module's is a stand-in of esbuild's, whose name is short when minified. */
export function requireName(code: string): string {
  return assigned.exec(code)?.[1] ?? 'require';
}
