import type { AnyNode } from 'acorn';
import { isFunction } from './top-level.ts';

/** What each scope declares: bundles ask for the same scopes again and again, and large ones hold a whole package. */
const known = new WeakMap<AnyNode, ReadonlySet<string>>();

/**
 * Whether `name` is declared where `ancestors` lead to: at the top level of the program, or anywhere within a function
 * or block around the place. It rather takes a name for declared that is not than the other way round.
 */
export function isDeclared(name: string, ancestors: readonly AnyNode[]): boolean {
  return ancestors.some((node) => namesIn(node).has(name));
}

function namesIn(node: AnyNode): ReadonlySet<string> {
  const names = known.get(node) ?? new Set(declaring(node).flatMap(declared));
  known.set(node, names);
  return names;
}

/** The nodes that may declare something for the whole of `node`. */
function declaring(node: AnyNode): AnyNode[] {
  if (node.type === 'Program') return node.body;
  return isScope(node) ? [node, ...inside(node)] : [];
}

function isScope(node: AnyNode): boolean {
  return isFunction(node) || /^(?:Block|For|Switch|Static)|^CatchClause/.test(node.type);
}

/** The names that `node` itself declares, not what is inside of it. */
function declared(node: AnyNode): string[] {
  switch (node.type) {
    case 'ExportNamedDeclaration':
      return node.declaration ? declared(node.declaration) : [];
    case 'ImportDeclaration':
      return node.specifiers.map(({ local }) => local.name);
    case 'VariableDeclaration':
      return node.declarations.flatMap(({ id }) => bound(id));
    case 'ClassDeclaration':
      return bound(node.id);
    case 'CatchClause':
      return bound(node.param);
    default:
      return isFunction(node) ? [node.id, ...node.params].flatMap(bound) : [];
  }
}

function bound(pattern: AnyNode | null | undefined): string[] {
  if (!pattern) return [];
  return [pattern, ...inside(pattern)].flatMap((node) => (node.type === 'Identifier' ? [node.name] : []));
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
