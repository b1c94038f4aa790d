import type { AnyNode } from 'acorn';
import { isFree } from '../rules/rule.ts';
import type { Look } from './change.ts';
import { memberOf } from './clients.ts';

/** What CommonJS alone has: exports that are assigned to, and the names of file and folder. */
export const commonJsLook: Look = {
  lasting: false,
  node(node, { at }, ancestors) {
    if (node.type === 'AssignmentExpression' && isExports(node.left)) {
      const message = 'an ES module has no module.exports';
      const hint = 'leave it out, and export lambda by its name';
      return [{ kind: 'module', by: 'you', message, hint, where: at(node) }];
    }
    if (node.type !== 'Identifier' || !['__dirname', '__filename'].includes(node.name)) return [];
    if (!isFree(node.name, ancestors)) return [];
    const message = `an ES module has no ${node.name}`;
    return [{ kind: 'module', by: 'you', message, hint: 'do without: there are no files', where: at(node) }];
  },
};

/** `module.exports`, `exports.x` and `module.exports.x`. */
function isExports(node: AnyNode): boolean {
  if (node.type !== 'MemberExpression') return false;
  const { object } = node;
  if (object.type === 'Identifier') {
    return object.name === 'exports' || (object.name === 'module' && memberOf(node) === 'exports');
  }
  return isExports(object);
}
