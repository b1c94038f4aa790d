import type { Finding } from '../../errors.ts';
import { pathOf, valueAt } from '../../payload/document/path.ts';
import { vendorOf } from '../../platform/bot-vendors.ts';
import type { ContractContext } from './contract.ts';
import { judgeCustomIntegration } from './custom-integration.ts';
import { refused } from './finding.ts';
import { sameShape } from './same-shape.ts';
import { kind } from './value.ts';

/**
 * Judges the answer to `bot_connectors_pre_hook`: it goes to the vendor in place of the request.
 * Source: developers.liveperson.com/third-party-bots-hook-configuration.html.
 */
export function judgePreHook(result: unknown, { payload }: ContractContext): Finding[] {
  const { name, request } = vendorOf(payload, 'request');
  const findings = sameShape(result, { name: `the request to ${name}`, value: payload });
  if (findings.length > 0 || typeof valueAt(payload, request.text) !== 'string') return findings;
  const text = valueAt(result, request.text);
  if (typeof text === 'string') return [];
  const path = pathOf('', request.text);
  const what = `${path} is ${kind(text)}, and ${name} gets the consumer’s message there`;
  return [refused(null, { path, what, hint: 'leave a text there, an empty one if need be' })];
}

/**
 * Judges the answer to `bot_connectors_post_hook`: the connector goes on with it in place of the vendor's. What a Custom
 * Integration may answer its hook may answer too; of the others only the shape is looked at. The payload does not tell
 * the channel, so what chat alone refuses passes. Source: the same page.
 */
export function judgePostHook(result: unknown, context: ContractContext): Finding[] | Promise<Finding[]> {
  const { name } = vendorOf(context.payload, 'answer');
  if (name === 'Custom Integration') return judgeCustomIntegration(result, context);
  return sameShape(result, { name: `the answer of ${name}`, value: context.payload });
}
