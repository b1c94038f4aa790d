import { roleFault } from '../connector/settings/role.ts';
import { EmulatorError } from '../errors.ts';
import type { FunctionSource } from '../project/function-source.ts';

/** An endpoint asks a bot: an answer of any other event means nothing to the connector. Throws `bad-usage`. */
export function assertBotFunction({ name, config }: FunctionSource): void {
  const fault = roleFault(name, config.event, 'bot');
  if (fault) throw new EmulatorError({ code: 'bad-usage', ...fault });
}
