import type { BotSource } from '../../connector/bot/bot.ts';
import { botIdOf } from '../../endpoint/bot-id.ts';
import { EndpointBotSource } from '../../endpoint/client/endpoint-bot-source.ts';
import type { EndpointOptions } from '../../endpoint/client/options.ts';
import { EmulatorError } from '../../errors.ts';
import { type TargetFlags, targetOf } from './target.ts';

/** Flags with which a Custom Endpoint may answer in a function's place. */
export type EndpointBotFlags = Omit<TargetFlags, 'endpoint'> & Partial<Pick<TargetFlags, 'endpoint'>>;

/** What answers in functions' places. */
export interface EndpointBots {
  /** In the place of a function that is a bot. */
  source: (name: string) => BotSource;
  /** Tests the connection of those that stand in for functions. Throws `bad-endpoint` for one that would not start. */
  assertReady(names: readonly string[]): Promise<void>;
}

/**
 * What answers in the place of each function that is a bot; `undefined` without `--endpoint`. Throws what is wrong with the
 * flags, and later `bad-endpoint` for a function whose name can be no bot's id.
 */
export async function endpointBotsOf(
  cwd: string,
  { endpoint, ...flags }: EndpointBotFlags,
  more: Pick<EndpointOptions, 'pause'> = {},
): Promise<EndpointBots | undefined> {
  if (endpoint === undefined) return undefined;
  const target = await targetOf(cwd, { endpoint, ...flags }, '');
  if (target === 'function') throw noFunction();
  const sources = new Map<string, EndpointBotSource>();
  const source = (botId: string): EndpointBotSource => {
    const known = sources.get(botId) ?? new EndpointBotSource({ ...target, botId, ...more });
    sources.set(botId, known);
    return known;
  };
  // What is wrong with the flags is told before anything is played.
  source(flags.bot ?? 'any');
  const sourceOf = (name: string): EndpointBotSource => source(flags.bot ?? botIdOf(name));
  return {
    source: sourceOf,
    async assertReady(names) {
      for (const each of new Set(names.map(sourceOf))) await each.assertReady();
    },
  };
}

function noFunction(): EmulatorError {
  return new EmulatorError({
    code: 'bad-usage',
    message: '--endpoint takes a base URL',
    hint: 'start the service with lpf-endpoint and give its address, or compare both with lpf-emulator compare',
  });
}
