import { EmulatorError } from '../errors.ts';
import { CallableFunctions } from '../invoke/callable.ts';
import { callerCode } from '../platform/connector-errors.ts';
import { didYouMean } from '../platform/suggest.ts';
import { loadFunctions } from '../project/load.ts';
import { Clock } from '../services/clock.ts';
import type { BotStart, Connector, ConnectorOptions, ConversationStart } from './connector.ts';
import type { Conversation } from './conversation.ts';
import { FunctionBotSource } from './function-bot.ts';
import { ProjectFunctions } from './functions.ts';
import type { House } from './house.ts';
import { LiveConversation } from './live-conversation.ts';
import { newConversationId } from './new-id.ts';
import { rawShapes } from './raw-events.ts';
import { assertSkill, type Directory } from './routing.ts';
import { type BotCounts, RunningBot } from './running-bot.ts';
import { completeSettings } from './setting-defaults.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Sets up Third-Party Bots for functions of a project. Throws `unknown-function` for a bot or a hook that is no function
 * of it, and `bad-connector-settings` for bots that cannot be told apart.
 */
export async function createConnector(options: ConnectorOptions): Promise<Connector> {
  const { root, invoker, generation } = options;
  const names = loadFunctions(root);
  assertKnown(
    options,
    [...names.functions, ...names.broken].map(({ name }) => name),
  );
  const functions = new ProjectFunctions({
    invoker,
    generation,
    read: async () => options.functions ?? new CallableFunctions(root, (await invoker.presets())?.functions),
  });
  const fresh = async (): Promise<Surroundings> => surroundings(options, {}, new Clock());
  const bots = options.bots.map(
    ({ function: name, name: called = name, settings, openConversations = 0 }) => {
      const source = new FunctionBotSource(name, functions, fresh);
      const bot = new RunningBot({ name: called, settings: completeSettings(settings), source });
      for (let others = 0; others < openConversations; others += 1) bot.enter();
      return bot;
    },
  );
  const [first] = bots;
  if (!first) throw badSettings('there is no bot', 'name a function to be one');
  const house: House = {
    first,
    bots: new Map(bots.map((bot) => [bot.name, bot])),
    directory: directoryOf(bots, options),
    functions,
    shapes: await rawShapes(root),
    judge: judgeAnswer,
  };
  return new LocalConnector(options, house);
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
      surroundings: await surroundings(this.#options, start, clock),
      start,
    });
  }

  reload(): void {
    this.#house.functions.reload();
  }
}

/** A clock that only goes on when it is moved: an answer takes no time in a conversation (ours). */
function standingClock(start: string | number | undefined): Clock {
  const begin = start === undefined ? Date.now() : new Date(start).getTime();
  return new Clock(undefined, () => begin);
}

async function surroundings(
  { invoker, generation }: ConnectorOptions,
  { account, mocks = [], base }: ConversationStart,
  clock: Clock,
): Promise<Surroundings> {
  const own = await invoker.newAccount(generation, account ? { account } : {}, clock);
  return { account: own, mocks: [...mocks], base, usedMocks: new Set() };
}

/** The contracts are loaded with the first answer. */
async function judgeAnswer(...[answer, request]: Parameters<House['judge']>): ReturnType<House['judge']> {
  const { judgeAnswer: judge } = await import('../invoke/contract/judge.ts');
  return judge('bot_connectors_custom_integration', answer, { payload: request, generation: 'v2' });
}

/** Survey bots have no skill of their own: they come after a conversation. */
function directoryOf(bots: readonly RunningBot[], { skills }: ConnectorOptions): Directory {
  const agents = bots.filter(({ settings }) => settings.botType === 'agent');
  return { skills, bots: new Map(agents.map(({ name, settings }) => [settings.skill, name])) };
}

function assertKnown({ bots }: ConnectorOptions, names: readonly string[]): void {
  for (const { function: bot, settings: { hooks = {} } = {} } of bots) {
    for (const name of [bot, hooks.pre, hooks.post, hooks.error]) {
      if (name === undefined || name === null || names.includes(name)) continue;
      throw new EmulatorError({
        code: 'unknown-function',
        message: `there is no function "${name}".${didYouMean(name, names)}`,
        hint: `the functions of this project are ${names.join(', ')}`,
      });
    }
  }
}

function badSettings(message: string, hint: string): EmulatorError {
  return new EmulatorError({ code: 'bad-connector-settings', message, hint });
}
