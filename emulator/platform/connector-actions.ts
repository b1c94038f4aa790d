/**
 * The actions that an answer can name in `context.action`, and in words what each takes. Sources:
 * developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html (TRANSFER, CLOSE_CONVERSATION,
 * CHANGE_TTR), developers.liveperson.com/third-party-bots-liveperson-functions-advanced-features.html (INVOCATION), and
 * developers.liveperson.com/third-party-bots-conversation-tester.html for the types that are checked.
 */
export const connectorActions = {
  TRANSFER: 'skill (string, the name of a skill) and optionally agentId (string)',
  CLOSE_CONVERSATION: 'nothing, or withoutPcs (boolean)',
  CHANGE_TTR: 'ttrType (URGENT, NORMAL or PRIORITIZED)',
  INVOCATION: 'lambdaUuid (string), payload (object) and optionally failOnError (boolean)',
} as const satisfies Record<string, string>;

/** The name of an action. */
export type ConnectorAction = keyof typeof connectorActions;

/** The values of `ttrType`. Source: developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html. */
export const ttrTypes = ['URGENT', 'NORMAL', 'PRIORITIZED'] as const;

/**
 * A fourth `ttrType`, with the seconds as text in `value`, that only the older page
 * developers.liveperson.com/third-party-bots-custom-integration.html names.
 */
export const olderTtrType = 'CUSTOM';

/** The audience that makes a text private. Source: third-party-bots-liveperson-functions-advanced-features.html. */
export const privateAudience = 'AGENTS_AND_MANAGERS';
