import type {
  AnyNode,
  ArrowFunctionExpression,
  FunctionDeclaration,
  FunctionExpression,
  Program,
} from 'acorn';

/** A function in any of its spellings. */
export type AnyFunction = FunctionDeclaration | FunctionExpression | ArrowFunctionExpression;

/** What `name` is at the top level of `program`: its declaration's function or value; `undefined` when there is none. */
export function topLevel(program: Program, name: string): AnyNode | null | undefined {
  for (const statement of program.body) {
    const node = exported(statement);
    if (node?.type === 'FunctionDeclaration' && node.id?.name === name) return node;
    if (node?.type !== 'VariableDeclaration') continue;
    const found = node.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name);
    if (found) return found.init ?? null;
  }
  return undefined;
}

function exported(statement: AnyNode): AnyNode | null | undefined {
  const exporting =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
  return exporting ? statement.declaration : statement;
}

/** Whether `node` is a function. */
export function isFunction(node: AnyNode | null | undefined): node is AnyFunction {
  return (
    node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression'
  );
}

/** Whether `node` is a literal of any kind, which nobody can call. */
export function isValue(node: AnyNode | null | undefined): boolean {
  return ['Literal', 'ObjectExpression', 'ArrayExpression', 'TemplateLiteral'].includes(node?.type ?? '');
}
