import type { CallExpression } from 'acorn';
import type { Change, Look, Script } from './change.ts';
import { clientOf, factoryOf, propertiesOf } from './clients.ts';
import { optionChanges } from './http-options.ts';

const kind = 'lp-client';

/**
 * The client of LivePerson's own services: on v2 it takes the options of `fetch`, answers with a Response and signs with
 * OAuth 2. Source: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/lp-client.
 */
export const lpClientLook: Look = {
  lasting: false,
  node(node, script) {
    if (factoryOf(node) === 'LpClient') {
      const message = 'LpClient answers with a Response on v2, not with the parsed body';
      const hint =
        'check response.ok and await response.json(); v1 still hands over the body, so tell them apart by "ok" in the answer';
      return [{ kind, by: 'you', message, hint, where: script.at(node) }];
    }
    if (node.type !== 'CallExpression' || clientOf(node, script.clients) !== 'LpClient') return [];
    return requestChanges(node, script);
  },
};

function requestChanges(node: CallExpression, { clients, at }: Script): Change[] {
  const options = node.arguments[2];
  if (!options) {
    const message = 'a request without options, which v2 wants';
    return [{ kind, by: 'you', message, hint: 'pass { method: "GET" } as the third', where: at(node) }];
  }
  const properties = propertiesOf(options, clients);
  const secret = properties.find(({ name }) => name === 'appKeySecretName');
  const changes = optionChanges(kind, properties, at);
  if (!secret) return changes;
  const message = 'the secret of appKeySecretName holds an OAuth 1 key of four parts on v1';
  const hint = 'have one for v2 that holds { client_id, client_secret }';
  return [...changes, { kind, by: 'you', message, hint, where: at(secret.key) }];
}
