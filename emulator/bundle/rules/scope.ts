import type { AnyNode } from 'acorn';
import { isFunction } from './top-level.ts';

/**
 * Whether `name` is declared where `ancestors` lead to: at the top level of the program, or anywhere within a function
 * or block around the place. It rather takes a name for declared that is not than the other way round.
 */
export function isDeclared(name: string, ancestors: readonly AnyNode[]): boolean {
  return ancestors.some((node) =>
    node.type === 'Program'
      ? node.body.some((statement) => declares(statement, name))
      : isScope(node) && [node, ...inside(node)].some((each) => declares(each, name)),
  );
}

function isScope(node: AnyNode): boolean {
  return isFunction(node) || /^(?:Block|For|Switch|Static)|^CatchClause/.test(node.type);
}

/** What `node` itself brings a name for, not what is inside of it. */
function declares(node: AnyNode, name: string): boolean {
  switch (node.type) {
    case 'ExportNamedDeclaration':
      return node.declaration ? declares(node.declaration, name) : false;
    case 'ImportDeclaration':
      return node.specifiers.some(({ local }) => local.name === name);
    case 'VariableDeclaration':
      return node.declarations.some(({ id }) => binds(id, name));
    case 'ClassDeclaration':
      return node.id?.name === name;
    case 'CatchClause':
      return binds(node.param, name);
    default:
      return isFunction(node) && [node.id, ...node.params].some((each) => binds(each, name));
  }
}

function binds(pattern: AnyNode | null | undefined, name: string): boolean {
  if (!pattern) return false;
  return [pattern, ...inside(pattern)].some((node) => node.type === 'Identifier' && node.name === name);
}

function inside(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flat()
    .filter(isNode)
    .flatMap((child) => [child, ...inside(child)]);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
