import type { CallableFunctions } from '../invoke/callable.ts';
import type { Invoker } from '../invoke/invoker.ts';
import type { Generation } from '../platform/generations.ts';
import type { BotState } from './bot/bot-state.ts';
import type { BotSource } from './bot/bot.ts';
import type { Conversation, ConversationStart } from './session/conversation.ts';
import type { ProjectFunctions } from './bot/functions.ts';
import type { BotCounts } from './bot/running-bot.ts';
import type { GivenSettings } from './settings/settings.ts';
import type { Skill } from './settings/skills.ts';
import type { Surroundings } from './bot/surroundings.ts';

/** What can be said of any bot. */
interface BotDetails {
  settings?: GivenSettings;
  /** Other conversations that it has already; none where it is missing. */
  openConversations?: number;
}

/** A function of the project as a bot of Third-Party Bots. */
export interface FunctionAsBot extends BotDetails {
  /** Name of the function. */
  function: string;
  /** What the bot is called; the function's name where it is missing. */
  name?: string;
  /** What answers in the function's place, with all that is set up for it; the function itself where it is missing. */
  source?: (access: BotAccess) => BotSource;
}

/** A bot that is no function of the project, such as a Custom Endpoint. */
export interface SourceAsBot extends BotDetails {
  name: string;
  source: BotSource | ((access: BotAccess) => BotSource);
}

/** A bot of Third-Party Bots. */
export type ConnectorBot = FunctionAsBot | SourceAsBot;

/** What a bot of any kind may use of the project that it is in. */
export interface BotAccess {
  /** The project's functions, as the connector calls them. */
  functions: ProjectFunctions;
  /** The surroundings of a call outside of any conversation. */
  fresh: () => Promise<Surroundings>;
}

/** What a connector is made of. */
export interface ConnectorOptions {
  /** The project's root: hooks, called functions and most bots are its functions. */
  root: string;
  invoker: Invoker;
  /** What functions run on; one that is not written for it runs on its own. */
  generation: Generation;
  /** Where several connectors share what was read and bundled. */
  functions?: CallableFunctions;
  /** The first one is talked to unless a conversation names another skill. */
  bots: readonly ConnectorBot[];
  /** The skills of the account beside those of the bots; any name is one where it is missing. */
  skills?: readonly Skill[];
}

/** What came of starting a bot; `code` and `message` where the connection test failed. */
export interface BotStart {
  state: BotState;
  code?: string;
  message?: string;
}

/** Third-Party Bots with its bots: where conversations come from. */
export interface Connector {
  /** Tests the connection of a bot and starts it where that succeeds; without a name the first one. Bots begin online. */
  start(bot?: string): Promise<BotStart>;
  /** A conversation that nobody has said anything in. */
  open(start?: ConversationStart): Promise<Conversation>;
  /** What the dashboard of each bot counts, by its name. */
  readonly counts: ReadonlyMap<string, BotCounts>;
  /** Functions are read and bundled anew with their next call, or are those from now on; conversations go on. */
  reload(functions?: CallableFunctions): void;
}
