import type { CallableFunctions } from '../invoke/callable.ts';
import { callerCode } from '../platform/connector-errors.ts';
import { Clock } from '../services/clock.ts';
import type { BotStart, Connector, ConnectorOptions } from './connector.ts';
import type { Conversation, ConversationStart } from './session/conversation.ts';
import type { House } from './session/house.ts';
import { LiveConversation } from './live-conversation.ts';
import { newConversationId } from './new-id.ts';
import { assertSkill } from './session/routing.ts';
import type { BotCounts } from './bot/running-bot.ts';
import { badSettings, setUp, surroundingsOf } from './setup.ts';

/**
 * Sets up Third-Party Bots for functions of a project. Throws `unknown-function` for a bot or a hook that is no function
 * of it, and `bad-connector-settings` for settings that cannot be used.
 */
export async function createConnector(options: ConnectorOptions): Promise<Connector> {
  return new LocalConnector(options, await setUp(options));
}

class LocalConnector implements Connector {
  readonly #options: ConnectorOptions;
  readonly #house: House;

  constructor(options: ConnectorOptions, house: House) {
    this.#options = options;
    this.#house = house;
  }

  get counts(): ReadonlyMap<string, BotCounts> {
    return new Map([...this.#house.bots].map(([name, { counts }]) => [name, { ...counts }]));
  }

  async start(name?: string): Promise<BotStart> {
    const bot = name === undefined ? this.#house.first : this.#house.bots.get(name);
    if (!bot)
      throw badSettings(
        `there is no bot "${name}"`,
        `the bots are ${[...this.#house.bots.keys()].join(', ')}`,
      );
    const failed = await bot.source.test();
    await bot.become(failed ? 'offline' : 'online');
    if (!failed) return { state: bot.state };
    return { state: bot.state, code: callerCode(failed.error), message: failed.message };
  }

  async open(start: ConversationStart = {}): Promise<Conversation> {
    const { first, directory } = this.#house;
    const { conversationType: channel, botType, skill: own, survey } = first.settings;
    const skill = start.skill ?? (botType === 'agent' ? own : (survey.skills[0] ?? 'any'));
    if (start.skill !== undefined) assertSkill(skill, directory);
    const begin = start.clock ?? start.account?.clock ?? (await this.#options.invoker.presets())?.clock;
    const clock = standingClock(begin);
    return new LiveConversation({
      id: start.id ?? newConversationId(channel),
      channel,
      skill,
      house: this.#house,
      clock,
      surroundings: await surroundingsOf(this.#options, start, clock),
      start,
    });
  }

  reload(functions?: CallableFunctions): void {
    this.#house.functions.reload(functions);
  }
}

/** A clock that only goes on when it is moved: an answer takes no time in a conversation (ours). */
function standingClock(start: string | number | undefined): Clock {
  const begin = start === undefined ? Date.now() : new Date(start).getTime();
  return new Clock(undefined, () => begin);
}
