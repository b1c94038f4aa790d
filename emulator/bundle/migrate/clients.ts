import type { AnyNode, CallExpression, ObjectExpression } from 'acorn';
import { literalText } from '../rules/rule.ts';

/** Factories of the toolbelt whose clients differ between the generations. */
const factories: readonly string[] = [
  'HTTPClient',
  'LpClient',
  'SecretClient',
  'ContextServiceClient',
  'SFClient',
];

/** What variables of a function hold, by name: clients of the toolbelt and objects. */
export interface Clients {
  clients: Map<string, string>;
  objects: Map<string, ObjectExpression>;
}

/** The factory of the toolbelt that `node` calls, such as `HTTPClient` for `Toolbelt.HTTPClient()`. */
export function factoryOf(node: AnyNode | null | undefined): string | undefined {
  if (node?.type !== 'CallExpression' && node?.type !== 'NewExpression') return undefined;
  const name = memberOf(node.callee);
  return name !== undefined && factories.includes(name) ? name : undefined;
}

/** The name of the property that `node` takes from something. */
export function memberOf(node: AnyNode): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  return !node.computed && node.property.type === 'Identifier'
    ? node.property.name
    : literalText(node.property);
}

/** Notes what `node` puts into a variable. Names are taken as they are: a function is short, and shadows little. */
export function note(node: AnyNode, { clients, objects }: Clients): void {
  const [target, value] =
    node.type === 'VariableDeclarator'
      ? [node.id, node.init]
      : node.type === 'AssignmentExpression'
        ? [node.left, node.right]
        : [];
  if (target?.type !== 'Identifier' || !value) return;
  const factory = factoryOf(value);
  if (factory !== undefined) clients.set(target.name, factory);
  else if (value.type === 'ObjectExpression') objects.set(target.name, value);
}

/** The factory of the client that `call` calls: `httpClient(…)` or `Toolbelt.HTTPClient()(…)`. */
export function clientOf({ callee }: CallExpression, { clients }: Clients): string | undefined {
  return callee.type === 'Identifier' ? clients.get(callee.name) : factoryOf(callee);
}

/** The properties with a name of an argument that is an object, written there or held by a variable. */
export function propertiesOf(
  argument: AnyNode | undefined,
  { objects }: Clients,
): { name: string; key: AnyNode; value: AnyNode }[] {
  const object = argument?.type === 'Identifier' ? objects.get(argument.name) : argument;
  if (object?.type !== 'ObjectExpression') return [];
  return object.properties.flatMap((property) => {
    if (property.type !== 'Property' || property.computed) return [];
    const { key, value } = property;
    const name = key.type === 'Identifier' ? key.name : literalText(key);
    return name === undefined ? [] : [{ name, key, value }];
  });
}
