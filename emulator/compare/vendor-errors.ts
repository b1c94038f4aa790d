import type { HalfItem } from '../conversation/half.ts';
import type { ConnectorError } from '../platform/connector-errors.ts';

/**
 * Errors of one and the same place, a call of the bot that it gave no usable answer to, each with the name of how the bot
 * is run. Hooks and invoked functions are functions either way, and a token that is not taken is an endpoint's alone.
 */
const ofTheCall: ReadonlySet<unknown> = new Set<ConnectorError>([
  'aivendor.faas.invoke-lambda',
  'aivendor.faas.failed-faas-request',
  'aivendor.faas.missing-response-body',
  'aivendor.custom-endpoint.failed-request',
  'aivendor.custom-endpoint.invalid-response',
]);

/** An item of the bot's half without the name of how the bot is run: the same happens to the consumer. */
export function withoutVendor(item: HalfItem): HalfItem {
  const { error, escalated } = item;
  return {
    ...item,
    ...(ofTheCall.has(error) && { error: noAnswer }),
    ...(ofTheCall.has(escalated) && { escalated: noAnswer }),
  };
}

const noAnswer = 'the bot gave no usable answer';
