import { packageOf } from '../shown-path.ts';
import { requested } from './imports.ts';
import { inPackage, literalText, type Rule } from './rule.ts';

/** A module whose name is only known when the function runs: it can be neither inlined nor checked. */
export const nonLiteralImport: Rule = {
  suspects: ({ code }) =>
    /(?<![\w$.])(?:__)?(?:require|import)\s*\(\s*(?!["'\s])/.test(code) ||
    code.includes('Dynamic require of "'),
  node(node, { at, required }, ancestors) {
    const name = requested(node, ancestors, required);
    if (name === undefined || literalText(name) !== undefined) return [];
    const where = at(node);
    const owner = packageOf(where.file);
    return [
      {
        code: 'non-literal-import',
        severity: owner === null ? 'error' : 'warning',
        message: `${node.type === 'ImportExpression' ? 'import()' : 'require()'} of a name that is computed${inPackage(owner)}`,
        hint: 'load each module by a literal name, so that it can be inlined',
        where,
      },
    ];
  },
};
