import type { Finding } from '../../errors.ts';
import { cbotEventTypes } from '../../platform/automatic-messages.ts';
import { automaticMessages } from './automatic-messages.ts';
import type { Contract, ContractContext } from './contract.ts';
import { judgeCustomIntegration } from './custom-integration.ts';
import { judgeErrorHook } from './error-hook.ts';

const contracts: ReadonlyMap<string, Contract> = new Map<string, Contract>([
  ['bot_connectors_custom_integration', judgeCustomIntegration],
  ['bot_connectors_error_hook', judgeErrorHook],
  ...Object.keys(cbotEventTypes).map((event) => [event, automaticMessages(event)] as const),
]);

/**
 * Judges an answer as the caller of `event` would; `undefined` as `result` stands for no answer at all. Empty for an
 * answer that is fine, and for events whose contract is not imitated yet.
 */
export async function judgeAnswer(
  event: string | null,
  result: unknown,
  context: ContractContext,
): Promise<Finding[]> {
  const contract = event === null ? undefined : contracts.get(event);
  return contract ? contract(result, context) : [];
}
