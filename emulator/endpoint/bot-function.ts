import { EmulatorError } from '../errors.ts';
import type { FunctionSource } from '../project/function-source.ts';

/** An endpoint asks a bot: an answer of any other event means nothing to the connector. Throws `bad-usage`. */
export function assertBotFunction({ name, config }: FunctionSource): void {
  const bot = 'bot_connectors_custom_integration';
  if (config.event === bot || config.event === null) return;
  throw new EmulatorError({
    code: 'bad-usage',
    message: `${name} is for the event ${config.event}, and an endpoint asks a bot`,
    hint: `name a function for ${bot}, such as one made by: lpf-emulator new customIntegration myBot`,
  });
}
