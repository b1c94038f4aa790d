import type { AnyNode, CallExpression } from 'acorn';
import { isFree, literalText } from '../rules/rule.ts';
import { isFunction } from '../rules/top-level.ts';
import type { Look } from './change.ts';
import { memberOf } from './clients.ts';

/** Every use of the callback: v2 has none, so what it answers is returned and what it fails with is thrown. */
export const callbackLook: Look = {
  lasting: true,
  node(node, { handler, at }, ancestors) {
    const parameter = handler?.params[1];
    if (!handler || parameter?.type !== 'Identifier' || node === parameter) return [];
    if (node.type !== 'Identifier' || node.name !== parameter.name) return [];
    const inside = ancestors.slice(ancestors.indexOf(handler) + 1);
    if (!ancestors.includes(handler) || !isFree(node.name, inside)) return [];
    const parent = ancestors.at(-2);
    const called = parent?.type === 'CallExpression' && parent.callee === node ? parent : undefined;
    const told = called
      ? call(called, node.name, inside.some(isFunction))
      : handedOn(node.name, parent?.type === 'CallExpression' ? memberOf(parent.callee) : undefined);
    return [{ kind: 'callback', by: 'you', ...told, where: at(called ?? node) }];
  },
};

interface Told {
  message: string;
  hint: string;
}

function call({ arguments: [error, answer] }: CallExpression, name: string, nested: boolean): Told {
  const far = nested
    ? ' here, and have lambda return or await the promise that this is part of; in a listener, settle a promise that lambda awaits'
    : '';
  if (isNothing(error)) {
    return answer
      ? { message: `${name}(null, …) answers`, hint: `return the answer${far}` }
      : { message: `${name}() answers with nothing`, hint: `return${far}` };
  }
  if (answer && !isNothing(answer)) {
    const hint = `throw the first where there is one, else return the second${far}`;
    return { message: `${name}(…, …) fails or answers`, hint };
  }
  const text = literalText(error) !== undefined || error?.type === 'TemplateLiteral';
  const thrown = text ? 'throw it as new Error(…), since v2 loses a text that is thrown' : 'throw the error';
  return { message: `${name}(…) fails the call`, hint: thrown + far };
}

function isNothing(node: AnyNode | undefined): boolean {
  if (node === undefined || (node.type === 'Literal' && node.value === null && node.raw === 'null'))
    return true;
  return node.type === 'Identifier' && node.name === 'undefined';
}

function handedOn(name: string, taker: string | undefined): Told {
  const message = `${name} is handed on${taker === undefined ? '' : ` to ${taker}()`}`;
  const hint =
    taker === 'catch'
      ? 'leave the catch out: a promise that lambda returns or awaits fails the call by itself'
      : 'have what takes it return a promise instead, and return or await that in lambda';
  return { message, hint };
}
