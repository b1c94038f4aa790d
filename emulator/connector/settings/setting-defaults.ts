import type { CombineMessages, ConnectorSettings, GivenSettings } from './settings.ts';

/**
 * What a setting is where nobody gives it. The documentation names the settings and no default, so all of them are
 * ours: off where a switch turns something on, short texts where something has to be said.
 */
export const settingDefaults: ConnectorSettings = {
  /** "The standard type for bots", says the page. */
  botType: 'agent',
  /** "Should be the default choice", says the page. */
  conversationType: 'messaging',
  skill: 'bot',
  /** A bot that is transferred to says nothing until the consumer does. */
  welcomeMessage: false,
  /** Each message is an event of its own. */
  combineMessages: null,
  /** `context.lpSdes` is empty. */
  engagementAttributes: false,
  /** A chat is neither warned nor closed. */
  inactivity: {
    timeUntilWarning: null,
    warningMessage: 'Are you still there?',
    timeUntilClose: null,
    closeMessage: 'This chat is closed because there was no answer.',
  },
  escalation: {
    messageToCustomer: 'Something went wrong. You are being connected to a colleague.',
    messageToAgent: 'The bot could not go on with this conversation.',
    failureMessage: 'Nobody can take over at the moment. Please try again later.',
    /** "If no other skills are configured, it might be that the bot will escalate the conversation to itself." */
    skill: null,
  },
  hooks: { pre: null, post: null, error: null },
  survey: {
    /** The conversations of every skill. */
    skills: [],
    /** The example of the page. */
    errorMessage: 'Unable to complete the survey due to an error. Goodbye',
  },
};

/** What combining messages begins with once it is switched on; ours too. */
const combineDefaults: CombineMessages = {
  maxMessages: 5,
  timeFrame: 3_000,
  timeFrameAfterTyping: 5_000,
};

/** Settings with their defaults. */
export function completeSettings(given: GivenSettings = {}): ConnectorSettings {
  const { combineMessages } = given;
  return {
    ...settingDefaults,
    ...given,
    combineMessages: combineMessages ? { ...combineDefaults, ...combineMessages } : null,
    inactivity: { ...settingDefaults.inactivity, ...given.inactivity },
    escalation: { ...settingDefaults.escalation, ...given.escalation },
    hooks: { ...settingDefaults.hooks, ...given.hooks },
    survey: { ...settingDefaults.survey, ...given.survey },
  };
}

/** `own` laid over `base`, part by part. */
export function mergeSettings(base: GivenSettings, own: GivenSettings): GivenSettings {
  const { combineMessages } = own;
  return {
    ...base,
    ...own,
    ...(combineMessages && { combineMessages: { ...base.combineMessages, ...combineMessages } }),
    ...both('inactivity', base, own),
    ...both('escalation', base, own),
    ...both('hooks', base, own),
    ...both('survey', base, own),
  };
}

function both<Key extends 'inactivity' | 'escalation' | 'hooks' | 'survey'>(
  key: Key,
  base: GivenSettings,
  own: GivenSettings,
): Pick<GivenSettings, Key> | Record<string, never> {
  if (!base[key] && !own[key]) return {};
  return { [key]: { ...base[key], ...own[key] } } as Pick<GivenSettings, Key>;
}
