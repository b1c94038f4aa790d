import type { Look } from './change.ts';
import { factoryOf } from './clients.ts';

/**
 * `ContextServiceClient` takes less on v2; a bundle that also calls it with the key alone chooses by its generation.
 * Source: github.com/LivePersonInc/faas-cli, its core-functions-toolbelt.
 */
export const contextServiceLook: Look = {
  lasting: true,
  node(node, { bundle, at }) {
    if (factoryOf(node) !== 'ContextServiceClient' || node.type !== 'CallExpression') return [];
    if (node.arguments[0]?.type !== 'ObjectExpression' || withKeyAlone.test(bundle.code)) return [];
    const message = 'ContextServiceClient takes the API key alone on v2';
    const hint = 'pass the key instead of { accountId, apiKey }: v2 knows its account';
    return [{ kind: 'context-service', by: 'you', message, hint, where: at(node) }];
  },
};

const withKeyAlone = /\bContextServiceClient\(\s*[^\s{)]/;

/** `SFClient` is deprecated on v2. Source: developers.liveperson.com/liveperson-functions-v2-examples.html. */
export const salesforceLook: Look = {
  lasting: true,
  node(node, { at }) {
    if (factoryOf(node) !== 'SFClient') return [];
    const message = 'Toolbelt.SFClient() is deprecated on v2';
    const hint = 'log in with { Connection } of "@jsforce/jsforce-node"';
    return [{ kind: 'salesforce', by: 'you', message, hint, where: at(node) }];
  },
};
