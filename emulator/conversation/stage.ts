import { resolve } from 'node:path';
import { createConnector } from '../connector/connect.ts';
import type { BotSource } from '../connector/bot/bot.ts';
import type { BotAccess, Connector, FunctionAsBot } from '../connector/connector.ts';
import type { Conversation, ConversationStart } from '../connector/session/conversation.ts';
import { settingsOf } from '../connector/settings/read-settings.ts';
import { skillOf } from '../connector/settings/skill-schema.ts';
import type { CallableFunctions } from '../invoke/callable.ts';
import type { InvokerOptions } from '../invoke/invoker.ts';
import type { AccountPresets } from '../payload/account/account-presets.ts';
import type { Mock } from '../payload/mock/mock.ts';
import { payloadNamed } from '../payload/payloads.ts';
import type { Generation } from '../platform/generations.ts';
import type { Limits } from '../platform/limits.ts';
import { loadSource } from '../project/load-one.ts';
import type { Settings } from '../project/settings.ts';
import type { Passage } from '../runtime/outbound/passage.ts';
import type { Engine } from '../runtime/protocol.ts';
import { Invokers } from './invokers.ts';
import type { Given } from './schema/given.ts';
import { withSecrets, withValues } from './secrets.ts';

/** What conversations are played on. */
export interface StageOptions {
  root: string;
  settings: Settings;
  generation: Generation;
  engine?: Engine | undefined;
  limits?: Partial<Limits> | undefined;
  /** What answers requests that neither a mock nor the account does. */
  passage?: Passage | undefined;
  /** The functions of the project, which conversations share: each is bundled once. */
  functions: CallableFunctions;
  /** Where several conversations are played; each has an invoker of its own where it is missing. */
  invokers?: Invokers;
  /**
   * What answers in place of each function that is a bot, by the function's name; the function itself where it is
   * missing.
   */
  botSource?: ((name: string, access: BotAccess) => BotSource) | undefined;
}

/** What one conversation begins with. */
export interface Scene {
  /** The function that is the bot. */
  function: string;
  given: Given;
  /** Folder that the files of its mocks count from, seen from the project's root. */
  base: string;
}

/** A conversation that is open; its account, its instances and its connector are its own. */
export interface Opened {
  conversation: Conversation;
  connector: Connector;
  /** A stored payload for a function, by its name. Throws `unknown-function` and `unknown-payload`. */
  storedPayload: (name: string, payload: string) => Promise<unknown>;
  /** The mocks of `given` that nothing has asked for yet, as they are written. */
  unusedMocks: () => Mock[];
  /** Ends its instances. */
  close(): Promise<void>;
}

/** Opens a conversation that sees nothing of any other. Throws what is wrong with what it begins with. */
export async function openScene(
  { function: bot, given: asWritten, base }: Scene,
  options: StageOptions,
): Promise<Opened> {
  const { root, settings, generation, functions, botSource, invokers = invokersFor(options) } = options;
  const given = withValues(asWritten, settings);
  const { invoker, done } = invokers.lend(withSecrets(settings, given));
  const close = async (): Promise<void> => {
    await done();
    if (!options.invokers) await invokers.close();
  };
  try {
    const connector = await createConnector({
      root,
      invoker,
      generation,
      functions,
      bots: botsOf(bot, given).map((each) => replaced(each, botSource)),
      ...(given.skills && { skills: given.skills.map(skillOf) }),
    });
    const conversation = await connector.open(startOf(given, resolve(root, base)));
    if (given.bot) await conversation.setBotState(given.bot);
    return {
      conversation,
      connector,
      close,
      storedPayload: (...named) => storedPayload(root, ...named),
      unusedMocks: () => sameMocks(asWritten, given, conversation.unusedMocks),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Invokers for conversations on a stage; close them. */
export function invokersFor(options: Omit<StageOptions, 'generation' | 'functions'>): Invokers {
  return new Invokers(invokerOptionsOf(options));
}

/** What each of the invokers of a stage is made with: a conversation has one instance of a function. */
export function invokerOptionsOf({
  root,
  settings,
  engine,
  limits,
  passage,
}: Omit<StageOptions, 'generation' | 'functions'>): InvokerOptions {
  return {
    settings,
    root,
    instances: 1,
    ...(engine && { engine }),
    ...(limits && { limits }),
    passage,
  };
}

function botsOf(name: string, { settings, bots = {}, openConversations }: Given): FunctionAsBot[] {
  const more = Object.entries(bots).map(([called, bot]) => ({
    function: bot.function,
    name: called,
    ...(bot.settings && { settings: settingsOf(bot.settings) }),
  }));
  return [
    {
      function: name,
      ...(settings && { settings: settingsOf(settings) }),
      ...(openConversations !== undefined && { openConversations }),
    },
    ...more,
  ];
}

function replaced(bot: FunctionAsBot, botSource: StageOptions['botSource']): FunctionAsBot {
  if (!botSource) return bot;
  return { ...bot, source: (access) => botSource(bot.function, access) };
}

function startOf(
  { skill, visitor, lpEvent, sdes, mocks, account, clock }: Given,
  base: string,
): ConversationStart {
  const raw = visitor ? withVisitor(lpEvent ?? {}, visitor) : lpEvent;
  return {
    base,
    ...(skill !== undefined && { skill }),
    ...(raw && { lpEvent: raw }),
    ...(sdes && { sdes }),
    ...(mocks && { mocks: mocks as Mock[] }),
    ...(account && { account: account as AccountPresets }),
    ...(clock !== undefined && { clock }),
  };
}

/** Values in place of the names of secrets make other objects of mocks; their order stays. */
function sameMocks(asWritten: Given, given: Given, mocks: readonly unknown[]): Mock[] {
  const all = asWritten.mocks ?? [];
  return all.filter((_, at) => mocks.includes(given.mocks?.[at])) as Mock[];
}

function withVisitor(
  lpEvent: Record<string, unknown>,
  visitor: Record<string, unknown>,
): Record<string, unknown> {
  const context = lpEvent['conversationContext'];
  return { ...lpEvent, conversationContext: { ...(context as object | undefined), visitor } };
}

async function storedPayload(root: string, name: string, payload: string): Promise<unknown> {
  const { input } = await payloadNamed(root, loadSource(root, name), payload);
  return input.payload;
}
