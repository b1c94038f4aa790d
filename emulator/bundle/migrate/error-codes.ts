import { renamedCodes } from '../../platform/failures.ts';
import { literalText } from '../rules/rule.ts';
import type { Look } from './change.ts';
import { memberOf } from './clients.ts';

/** Codes that the platform reports failures with, which are others on v2. */
export const errorCodeLook: Look = {
  lasting: true,
  node(node, { bundle, at }) {
    const name = literalText(node);
    const successor =
      name !== undefined && Object.hasOwn(renamedCodes, name) ? renamedCodes[name] : undefined;
    if (successor === undefined || bundle.code.includes(successor)) return [];
    const message = `v2 reports "${successor}" instead of "${name}"`;
    return [{ kind: 'error-code', by: 'you', message, hint: 'look for both', where: at(node) }];
  },
};

/** Properties of the body that a failed invocation is answered with; the same names may mean something else. */
const bodyNames: Readonly<Record<string, string>> = { errorCode: 'code', errorMsg: 'message' };

/** Reading the body of a failed invocation, which has other names on v2. */
export const errorBodyLook: Look = {
  lasting: false,
  node(node, { at }) {
    const name = memberOf(node);
    if (name === undefined || !Object.hasOwn(bodyNames, name)) return [];
    const message = `a failed invocation is told as "${bodyNames[name]}" on v2, not as "${name}"`;
    const hint = 'read both, if this is the answer of another function';
    return [{ kind: 'error-code', by: 'nobody', message, hint, where: at(node) }];
  },
};
