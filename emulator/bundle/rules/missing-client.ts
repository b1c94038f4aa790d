import type { AnyNode, Program } from 'acorn';
import { generations } from '../../platform/generations.ts';
import { insteadOf, toolbeltFactories } from '../../platform/toolbelt-factories.ts';
import { packageOf } from '../shown-path.ts';
import { inPackage, isFree, type Rule } from './rule.ts';

/** What v1 has and v2 lacks. The other way round is let pass: a function for v2 alone is bundled for v1 all the same. */
const missing = generations
  .flatMap((generation) => toolbeltFactories[generation])
  .filter((name) => !toolbeltFactories.v2.includes(name));

const named = new RegExp(`\\.\\s*(?:${missing.join('|')})\\s*\\(`);

/** A client that the toolbelt of v2 lacks: calling it crashes the function. */
export const missingClient: Rule = {
  suspects: ({ code, generation }) => generation === 'v2' && named.test(code),
  node(node, { program, at }, ancestors) {
    const name = node.type === 'CallExpression' && !node.optional ? factoryIn(node.callee) : undefined;
    if (name === undefined || !isOfToolbelt(name.object, program, ancestors)) return [];
    const where = at(node);
    return [
      {
        code: 'missing-client',
        severity: 'warning',
        message: `Toolbelt.${name.factory} does not exist on v2: calling it crashes the function${inPackage(packageOf(where.file))}`,
        hint: insteadOf[name.factory] ?? 'use a client that both generations have',
        where,
      },
    ];
  },
};

function factoryIn(callee: AnyNode): { factory: string; object: AnyNode } | undefined {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
  const { object, property, computed } = callee;
  return !computed && missing.includes(property.name) ? { factory: property.name, object } : undefined;
}

/** `Toolbelt` by its own name, by the one that a minified bundle imports it by, or as a part of the whole module. */
function isOfToolbelt(object: AnyNode, program: Program, ancestors: readonly AnyNode[]): boolean {
  if (object.type === 'MemberExpression') return isNamedToolbelt(object.property);
  if (object.type !== 'Identifier' || !isFree(object.name, ancestors)) return false;
  return isNamedToolbelt(object) || importedAs(program).includes(object.name);
}

function importedAs({ body }: Program): string[] {
  return body
    .flatMap((node) => (node.type === 'ImportDeclaration' ? node.specifiers : []))
    .flatMap((each) =>
      each.type === 'ImportSpecifier' && isNamedToolbelt(each.imported) ? [each.local.name] : [],
    );
}

function isNamedToolbelt(node: AnyNode): boolean {
  return node.type === 'Identifier' && node.name === 'Toolbelt';
}
