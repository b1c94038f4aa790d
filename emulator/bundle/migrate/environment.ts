import type { AnyNode } from 'acorn';
import type { Look } from './change.ts';
import { memberOf } from './clients.ts';

/**
 * Variables that the platform sets on v1, and what v2 has in their place.
 * Sources: github.com/LivePersonInc/faas-cli src/shared/const.ts (v1), core-functions-toolbelt/shared/envars.ts (v2).
 */
const successors: Readonly<Record<string, string | null>> = {
  BRAND_ID: 'X_LIVEPERSON_BRAND_ID',
  LAMBDA_UUID: 'X_LIVEPERSON_FUNCTION_UUID',
  DOMAIN: null,
  DC: null,
};

/** The platform's own environment variables, which have other names on v2. */
export const environmentLook: Look = {
  lasting: true,
  node(node, { bundle, at }) {
    return variables(node).flatMap((name) => {
      const successor = Object.hasOwn(successors, name) ? successors[name] : undefined;
      if (successor === undefined || (successor !== null && bundle.code.includes(successor))) return [];
      const message = `process.env.${name} is not set on v2`;
      const hint =
        successor === null
          ? 'set a variable of your own in config.json'
          : `read process.env.${successor} ?? process.env.${name}`;
      return [{ kind: 'environment', by: 'you', message, hint, where: at(node) }];
    });
  },
};

/** The variables that `node` reads: `process.env.X`, `process.env['X']`, `const { X } = process.env`. */
function variables(node: AnyNode): string[] {
  if (node.type === 'MemberExpression')
    return isEnvironment(node.object) ? [memberOf(node) ?? []].flat() : [];
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern') return [];
  if (!node.init || !isEnvironment(node.init)) return [];
  return node.id.properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' ? [property.key.name] : [],
  );
}

function isEnvironment(node: AnyNode): boolean {
  return (
    memberOf(node) === 'env' &&
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'process'
  );
}
