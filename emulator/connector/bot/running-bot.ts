import { connectorLimits } from '../../platform/connector-limits.ts';
import type { BotState } from './bot-state.ts';
import type { BotSource } from './bot.ts';
import type { ConnectorSettings, GivenSettings } from '../settings/settings.ts';

/** A bot as it is set up in Third-Party Bots. */
export interface ConfiguredBot {
  name: string;
  /** What somebody has set, and all of it with its defaults. */
  given: GivenSettings;
  settings: ConnectorSettings;
  source: BotSource;
}

/** How a conversation left a bot. */
export type Left = 'closed' | 'transferred' | 'escalated';

/** What a bot's dashboard counts; `total` is always the sum of the others. */
export interface BotCounts extends Readonly<Record<Left, number>> {
  total: number;
  open: number;
}

/** Told when a bot's state changes, with the restarts that it took. */
export type StateListener = (bot: RunningBot, attempts: number | undefined) => Promise<void>;

/** A bot with its state and its conversations. */
export class RunningBot {
  readonly name: string;
  readonly given: GivenSettings;
  readonly settings: ConnectorSettings;
  readonly source: BotSource;
  readonly listeners = new Set<StateListener>();
  readonly counts = { total: 0, open: 0, closed: 0, transferred: 0, escalated: 0 };
  state: BotState = 'online';

  constructor({ name, given, settings, source }: ConfiguredBot) {
    this.name = name;
    this.given = given;
    this.settings = settings;
    this.source = source;
  }

  /** Whether it takes conversations at all. */
  get takes(): boolean {
    return this.state === 'online' || this.state === 'vendor-interruption';
  }

  get isFull(): boolean {
    return this.counts.open >= connectorLimits.openConversations.value;
  }

  /** One more conversation is its own. */
  enter(): void {
    this.counts.total += 1;
    this.counts.open += 1;
  }

  leave(how: Left): void {
    this.counts.open -= 1;
    this.counts[how] += 1;
  }

  /** One that it never took. */
  escalateAtOnce(): void {
    this.counts.total += 1;
    this.counts.escalated += 1;
  }

  /** Every conversation that is waiting for it hears of it. */
  async become(state: BotState, attempts?: number): Promise<void> {
    if (this.state === state) return;
    this.state = state;
    await Promise.all([...this.listeners].map((tell) => tell(this, attempts)));
  }
}
