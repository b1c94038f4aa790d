import type { AnyNode } from 'acorn';
import { packageOf } from '../shown-path.ts';
import { inPackage, type Rule } from './rule.ts';
import { isDeclared } from './scope.ts';

const files = 'do without it: functions have no files';
const hints: Record<string, string> = {
  __dirname: files,
  __filename: files,
  exports: 'leave it out: the platform finds the handler by its name, lambda',
  module: 'leave it out: the platform finds the handler by its name, lambda',
  require: 'import the module instead, or load it by import()',
};

const asks = new RegExp(`typeof\\s+(?:${Object.keys(hints).join('|')})(?![\\w$])`);

/** A name that CommonJS alone has. A function of v2 is an ES module, where it does not exist. */
export const commonJs: Rule = {
  suspects: ({ code, generation }) =>
    generation === 'v2' && /(?<![\w$.])(?:__dirname|__filename|exports|module|require)(?![\w$])/.test(code),
  node(node, { bundle, at }, ancestors) {
    if (node.type !== 'Identifier') return [];
    const hint = Object.hasOwn(hints, node.name) ? hints[node.name] : undefined;
    if (hint === undefined || isGuarded(bundle.code, ancestors)) return [];
    if (isDeclared(node.name, ancestors)) return [];
    const where = at(node);
    // What the bundler adds of its own is no place of the user's.
    if (bundle.map !== null && where.line === undefined) return [];
    const owner = packageOf(where.file);
    return [
      {
        code: 'common-js',
        severity: owner === null ? 'error' : 'warning',
        message: `${node.name} does not exist on v2, where a function is an ES module${inPackage(owner)}`,
        hint: owner === null ? hint : `make sure that ${owner} never gets there`,
        where,
      },
    ];
  },
};

/** Code that runs in both worlds asks by `typeof` which one it is in, or catches what fails. */
function isGuarded(code: string, ancestors: readonly AnyNode[]): boolean {
  return ancestors.some((node, index) => {
    if (node.type === 'UnaryExpression') return node.operator === 'typeof';
    if (node.type === 'TryStatement') return node.handler && ancestors[index + 1] === node.block;
    const test = testOf(node);
    return test !== undefined && asks.test(code.slice(test.start, test.end));
  });
}

function testOf(node: AnyNode): AnyNode | undefined {
  if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') return node.test;
  return node.type === 'LogicalExpression' ? node.left : undefined;
}
