import type { BotSource } from './bot.ts';
import type { ConnectorSettings } from './settings.ts';

/** An agent of a skill. */
export interface SkillAgent {
  id: string;
  name?: string;
  /** Logged in, with a free slot; so where it is missing. */
  available?: boolean;
}

/** A skill of the account, by its name, which is case-sensitive. */
export interface Skill {
  name: string;
  /** Its agents; one who can take any conversation where it is missing. */
  agents?: readonly SkillAgent[];
}

/** A bot as it is set up in Third-Party Bots. */
export interface ConfiguredBot {
  name: string;
  settings: ConnectorSettings;
  source: BotSource;
}

/** Who there is beside the consumer. */
export interface World {
  /** The first one is talked to unless a conversation names another skill. */
  bots: readonly ConfiguredBot[];
  /** The skills of the account beside those of the bots; any name is one where it is missing. */
  skills?: readonly Skill[];
}
