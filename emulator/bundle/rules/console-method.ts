import type { AnyNode } from 'acorn';
import { consoleMethods } from '../../platform/console.ts';
import { type Generation, generations } from '../../platform/generations.ts';
import { packageOf } from '../shown-path.ts';
import { inPackage, isFree, literalText, type Rule } from './rule.ts';

/** A console method that the platform's console lacks: calling it crashes the function. */
export const consoleMethod: Rule = {
  suspects({ code, generation }) {
    const good = Object.keys(consoleMethods[generation]).join('|');
    return new RegExp(`(?<![\\w$])console(?![\\w$])(?!\\s*\\.\\s*(?:${good})(?![\\w$]))`).test(code);
  },
  node(node, { bundle, at }, ancestors) {
    if (!isFree('console', ancestors)) return [];
    const missing = methods(node).filter((name) => !Object.hasOwn(consoleMethods[bundle.generation], name));
    return missing.map((name) => {
      const where = at(node);
      const owner = packageOf(where.file);
      return {
        code: 'console-method',
        severity: owner === null ? 'error' : 'warning',
        message: `console.${name} does not exist on ${lacking(name)}: calling it crashes the function${inPackage(owner)}`,
        hint: hint(name, bundle.generation, owner),
        where,
      };
    });
  },
};

/** The console methods that `node` names: `console.x`, `console['x']`, `const { x } = console`. */
function methods(node: AnyNode): string[] {
  if (node.type === 'MemberExpression' && isConsole(node.object)) {
    const { property, computed } = node;
    if (!computed) return property.type === 'Identifier' ? [property.name] : [];
    return [literalText(property) ?? []].flat();
  }
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern' || !isConsole(node.init))
    return [];
  return node.id.properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' && !property.computed
      ? [property.key.name]
      : [],
  );
}

/** The same words on both generations, so that one complaint is enough where both lack it. */
function lacking(name: string): string {
  const without = generations.filter((generation) => !Object.hasOwn(consoleMethods[generation], name));
  return without.length === generations.length ? 'the platform' : without.join();
}

function isConsole(node: AnyNode | null | undefined): boolean {
  return node?.type === 'Identifier' && node.name === 'console';
}

function hint(name: string, generation: Generation, owner: string | null): string {
  if (owner !== null) return `make sure that ${owner} never gets there`;
  const good = Object.keys(consoleMethods[generation]);
  const instead =
    name === 'log' || name === 'trace'
      ? 'console.info or console.debug'
      : good.map((each) => `console.${each}`).join(', ');
  return `use ${instead}`;
}
