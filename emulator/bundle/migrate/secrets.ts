import { literalText } from '../rules/rule.ts';
import type { Look } from './change.ts';
import { memberOf, propertiesOf } from './clients.ts';

/** The platform's own secrets of v1. Source: developers.liveperson.com/liveperson-functions-provisioning.html. */
export const systemSecrets: readonly string[] = ['lp-faas-default-app-key', 'lp-faas-orchestrator-app-key'];

/**
 * Reading a secret: v2 keeps it for five minutes. Source:
 * developers.liveperson.com/liveperson-functions-v2-features-secrets.html.
 */
export const secretLook: Look = {
  lasting: false,
  node(node, { bundle, clients, at }) {
    if (node.type !== 'CallExpression' || memberOf(node.callee) !== 'readSecret') return [];
    if (propertiesOf(node.arguments[1], clients).some(({ name }) => name === 'useCache')) return [];
    const updated = /\.updateSecret\b/.test(bundle.code);
    const message = updated
      ? 'readSecret may be five minutes old on v2, and this function updates secrets'
      : 'readSecret may be five minutes old on v2';
    const hint = 'a secret that rotates is read with readSecret(key, { useCache: false })';
    return [{ kind: 'secret', by: updated ? 'you' : 'nobody', message, hint, where: at(node) }];
  },
};

/** The platform's own secrets have other names on v2, and a function may not read them. */
export const systemSecretLook: Look = {
  lasting: true,
  node(node, { at }) {
    const name = literalText(node);
    if (name === undefined || !systemSecrets.includes(name)) return [];
    const message = `"${name}" is a secret of v1`;
    const hint = 'leave the name out: each generation has a default key of its own';
    return [{ kind: 'secret', by: 'you', message, hint, where: at(node) }];
  },
};
