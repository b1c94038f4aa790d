import { EmulatorError } from '../errors.ts';
import { CallableFunctions } from '../invoke/callable.ts';
import { unknownFunction } from '../project/unknown-function.ts';
import { Clock } from '../services/clock.ts';
import { knownIn, loadConnectorFile } from './settings/connector-file.ts';
import { hooksOf } from './settings/hooks.ts';
import { type Role, roleFault } from './settings/role.ts';
import type { BotSource } from './bot/bot.ts';
import type { BotAccess, ConnectorBot, ConnectorOptions } from './connector.ts';
import type { ConversationStart } from './session/conversation.ts';
import { FunctionBotSource } from './bot/function-bot.ts';
import { ProjectFunctions } from './bot/functions.ts';
import type { House } from './session/house.ts';
import { rawShapes } from './request/raw-events.ts';
import type { Directory } from './session/routing.ts';
import { RunningBot } from './bot/running-bot.ts';
import { completeSettings, mergeSettings } from './settings/setting-defaults.ts';
import type { GivenSettings } from './settings/settings.ts';
import type { Skill } from './settings/skills.ts';
import type { Surroundings } from './bot/surroundings.ts';

/** Sets up what all conversations of a connector have together, over what `connector.yaml` says. */
export async function setUp(options: ConnectorOptions): Promise<House> {
  const { root, invoker, generation } = options;
  const read = async (): Promise<CallableFunctions> =>
    new CallableFunctions(root, (await invoker.presets())?.functions);
  const callable = options.functions ?? (await read());
  const file = await loadConnectorFile(root, knownIn(callable));
  const functions = new ProjectFunctions({ invoker, generation, read, callable });
  const access = { functions, fresh: () => surroundingsOf(options, {}, new Clock()) };
  const bots = options.bots.map((bot) => {
    const given = mergeSettings(file.bots[settingsNameOf(bot)] ?? {}, bot.settings ?? {});
    if ('function' in bot) assertFunction(bot.function, 'bot', callable);
    for (const { hook, name } of hooksOf(given)) assertFunction(name, hook, callable);
    return runningBot(bot, given, access);
  });
  assertUsable(bots);
  const [first] = bots;
  if (!first) throw badSettings('there is no bot', 'name a function to be one');
  return {
    first,
    bots: new Map(bots.map((bot) => [bot.name, bot])),
    directory: directoryOf(bots, options.skills ?? file.skills),
    functions,
    shapes: await rawShapes(root),
    judge: judgeAnswer,
  };
}

/** Settings belong to a function, or to the bot itself where it is none. */
function settingsNameOf(bot: ConnectorBot): string {
  return 'function' in bot ? bot.function : bot.name;
}

function runningBot(bot: ConnectorBot, given: GivenSettings, access: BotAccess): RunningBot {
  const name = bot.name ?? settingsNameOf(bot);
  const running = new RunningBot({
    name,
    given,
    settings: completeSettings(given),
    source: sourceOf(bot, access),
  });
  for (let others = 0; others < (bot.openConversations ?? 0); others += 1) running.enter();
  return running;
}

function sourceOf(bot: ConnectorBot, access: BotAccess): BotSource {
  const { source } = bot;
  if (source) return typeof source === 'function' ? source(access) : source;
  return new FunctionBotSource(settingsNameOf(bot), access.functions, access.fresh);
}

/** What the functions of one conversation have together. */
export async function surroundingsOf(
  { invoker, generation }: ConnectorOptions,
  { account, mocks = [], base }: ConversationStart,
  clock: Clock,
): Promise<Surroundings> {
  const own = await invoker.newAccount(generation, account ? { account } : {}, clock);
  return { account: own, mocks: [...mocks], base, usedMocks: new Set() };
}

/** What is wrong with how bots are set up. */
export function badSettings(message: string, hint: string): EmulatorError {
  return new EmulatorError({ code: 'bad-connector-settings', message, hint });
}

/** The contracts are loaded with the first answer. */
async function judgeAnswer(...[answer, request]: Parameters<House['judge']>): ReturnType<House['judge']> {
  const { judgeAnswer: judge } = await import('../invoke/contract/judge.ts');
  return judge('bot_connectors_custom_integration', answer, { payload: request, generation: 'v2' });
}

/** Survey bots have no skill of their own: they come after a conversation. */
function directoryOf(bots: readonly RunningBot[], skills: readonly Skill[] | undefined): Directory {
  return { skills, bots: new Map(agentBots(bots).map(({ name, settings }) => [settings.skill, name])) };
}

function agentBots(bots: readonly RunningBot[]): RunningBot[] {
  return bots.filter(({ settings }) => settings.botType === 'agent');
}

function assertFunction(name: string, role: Role, functions: CallableFunctions): void {
  const names = functions.names();
  if (!names.includes(name)) throw unknownFunction(name, names);
  const fault = roleFault(name, functions.eventOf(name), role);
  if (fault) throw badSettings(fault.message, fault.hint);
}

/** "Survey Bots are only supported for messaging", says developers.liveperson.com/third-party-bots-bot-types.html. */
function assertUsable(bots: readonly RunningBot[]): void {
  for (const { name, settings } of bots) {
    const { botType, conversationType } = settings;
    if (botType === 'survey' && conversationType === 'chat') {
      throw badSettings(`${name} is a survey bot on chat`, 'survey bots are for messaging only');
    }
    if (bots.filter((each) => each.name === name).length > 1) {
      throw badSettings(`two bots are called "${name}"`, 'give one of them another name');
    }
    const rival = agentBots(bots).find(
      (each) => each.name !== name && each.settings.skill === settings.skill,
    );
    if (botType === 'agent' && rival) {
      const message = `the skill "${settings.skill}" leads to both ${name} and ${rival.name}`;
      throw badSettings(message, 'give each bot a skill of its own in its settings');
    }
  }
}
