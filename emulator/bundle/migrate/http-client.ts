import type { Change, Look, Script } from './change.ts';
import { clientOf, factoryOf, propertiesOf } from './clients.ts';
import { optionChanges } from './http-options.ts';

const hint =
  'use fetch, which lpf-bundle turns back into HTTPClient for v1; it fails for no status, so check response.ok';

/**
 * The client in the style of request-promise, which v2 does not have.
 * Source: developers.liveperson.com/liveperson-functions-v2-migration-key-differences.html.
 */
export const httpClientLook: Look = {
  lasting: true,
  node(node, script) {
    if (factoryOf(node) === 'HTTPClient') {
      const message = 'Toolbelt.HTTPClient() is not there on v2';
      return [{ kind: 'http-client', by: 'you', message, hint, where: script.at(node) }];
    }
    if (node.type !== 'CallExpression' || clientOf(node, script.clients) !== 'HTTPClient') return [];
    return node.arguments.flatMap((argument) => options(argument, script));
  },
};

function options(argument: Parameters<typeof propertiesOf>[0], script: Script): Change[] {
  return optionChanges('http-client', propertiesOf(argument, script.clients), script.at);
}
