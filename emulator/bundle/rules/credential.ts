import type { AnyNode } from 'acorn';
import type { Finding } from '../../errors.ts';
import { packageOf } from '../shown-path.ts';
import { knownCredential, likelyCredential } from './credential-patterns.ts';
import { inPackage, type Judged, literalText, type Rule } from './rule.ts';

/** A name of that kind, and a literal that is long enough and has a digit: see `likelyCredential`. */
const named =
  /(?:pass(?:word|wd|phrase)|pwd|secret|(?:api|access|private|signing)_?key|token|credentials?)["'\]]*\s*[:=]\s*["'`](?=.*\d).{8}/i;

/** A literal that looks like a credential. It is never printed: findings end up in logs. */
export const credential: Rule = {
  suspects: ({ code }) => named.test(code) || knownCredential(code) !== null || /\bBasic\s/.test(code),
  node(node, judged) {
    const quasis = node.type === 'TemplateLiteral' ? node.quasis.map(({ value }) => value.raw) : [];
    const text = node.type === 'TemplateLiteral' ? quasis.join('${}') : literalText(node);
    const kind = text === undefined ? null : knownCredential(text);
    if (kind !== null) return [finding(node, judged, 'error', `${kind} (${text?.length} characters)`)];
    const { name, value } = assignment(node);
    const guess = literalText(value);
    if (guess === undefined || !value || knownCredential(guess) !== null || !likelyCredential(name, guess))
      return [];
    const message = `"${name}" holds a literal of ${guess.length} characters that looks like a credential`;
    return [finding(value, judged, 'warning', message)];
  },
};

function finding(node: AnyNode, { at }: Judged, severity: Finding['severity'], message: string): Finding {
  const where = at(node);
  return {
    code: 'credential',
    severity,
    message: message + inPackage(packageOf(where.file)),
    hint: 'store it as a secret in the Functions UI and read it with Toolbelt.SecretClient()',
    where,
  };
}

/** The name and the value where `node` gives something a value. */
function assignment(node: AnyNode): { name: string; value?: AnyNode | null | undefined } {
  switch (node.type) {
    case 'VariableDeclarator':
      return { name: nameOf(node.id), value: node.init };
    case 'AssignmentExpression':
      return { name: nameOf(node.left), value: node.right };
    case 'Property':
    case 'PropertyDefinition':
      return { name: nameOf(node.key), value: node.value };
    default:
      return { name: '' };
  }
}

function nameOf(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') return nameOf(node.property);
  return literalText(node) ?? '';
}
