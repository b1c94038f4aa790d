import type { AnyNode, Program } from 'acorn';
import { isFree } from '../rules/rule.ts';
import { isFunction } from '../rules/top-level.ts';
import type { Look } from './change.ts';
import { memberOf } from './clients.ts';

/** Methods that change what they are called on. */
const changing = ['set', 'add', 'delete', 'clear', 'push', 'pop', 'shift', 'unshift', 'splice'];

/**
 * Variables of the top level that functions change: v2 hands one request at a time to an instance and starts more of
 * them. Source: developers.liveperson.com/liveperson-functions-v2-foundations-concepts.html.
 */
export const stateLook: Look = {
  lasting: false,
  node(node, { program, at }, ancestors) {
    const name = changed(node);
    if (name === undefined || !ancestors.some(isFunction) || !isFree(name, ancestors)) return [];
    if (!declaredAtTop(program, name)) return [];
    const message = `"${name}" outlives the call, in this instance only`;
    const hint = 'fine as a cache; v2 serves one request at a time and has more instances, each with its own';
    return [{ kind: 'state', by: 'nobody', message, hint, where: at(node) }];
  },
};

/** The variable that `node` changes, by assignment or by a method. */
function changed(node: AnyNode): string | undefined {
  switch (node.type) {
    case 'AssignmentExpression':
      return rootOf(node.left);
    case 'UpdateExpression':
      return rootOf(node.argument);
    case 'CallExpression':
      return node.callee.type === 'MemberExpression' && changing.includes(memberOf(node.callee) ?? '')
        ? rootOf(node.callee.object)
        : undefined;
    default:
      return undefined;
  }
}

function rootOf(node: AnyNode): string | undefined {
  if (node.type === 'MemberExpression') return rootOf(node.object);
  return node.type === 'Identifier' ? node.name : undefined;
}

function declaredAtTop({ body }: Program, name: string): boolean {
  return body.some(
    (statement) =>
      statement.type === 'VariableDeclaration' &&
      statement.declarations.some(({ id }) => id.type === 'Identifier' && id.name === name),
  );
}
