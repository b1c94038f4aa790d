/** Where a conversation takes place. */
export type Channel = 'messaging' | 'chat';

/** Several messages of a consumer that become one; times in milliseconds. */
export interface CombineMessages {
  maxMessages: number;
  timeFrame: number;
  timeFrameAfterTyping: number;
}

/** What a chat does when the consumer does nothing; times in milliseconds, `null` for never. */
export interface Inactivity {
  timeUntilWarning: number | null;
  warningMessage: string;
  timeUntilClose: number | null;
  closeMessage: string;
}

/** What happens when the bot cannot go on. An empty message is not sent. */
export interface Escalation {
  messageToCustomer: string;
  messageToAgent: string;
  failureMessage: string;
  /** `null` where no other skill is configured: the bot escalates to itself. */
  skill: string | null;
}

/** Names of functions; `null` for a hook that is off. */
export interface Hooks {
  pre: string | null;
  post: string | null;
  error: string | null;
}

/** What a survey bot listens to, and says when it cannot go on. */
export interface Survey {
  /** Skills whose conversations it asks about; all where it is empty. */
  skills: readonly string[];
  errorMessage: string;
}

/**
 * The settings of one bot in Third-Party Bots. Source: developers.liveperson.com/third-party-bots-bot-types.html.
 */
export interface ConnectorSettings {
  botType: 'agent' | 'survey';
  conversationType: Channel;
  /** The skill that leads to this bot. */
  skill: string;
  welcomeMessage: boolean;
  /** `null`: each message for itself. */
  combineMessages: CombineMessages | null;
  engagementAttributes: boolean;
  inactivity: Inactivity;
  escalation: Escalation;
  hooks: Hooks;
  survey: Survey;
}

/** Settings as somebody gives them: what is missing is a default. */
export interface GivenSettings extends Partial<
  Omit<ConnectorSettings, 'combineMessages' | 'inactivity' | 'escalation' | 'hooks' | 'survey'>
> {
  combineMessages?: Partial<CombineMessages> | null;
  inactivity?: Partial<Inactivity>;
  escalation?: Partial<Escalation>;
  hooks?: Partial<Hooks>;
  survey?: Partial<Survey>;
}
