import { type EndpointError, endpointErrors } from './endpoint-errors.ts';

/** What every error code of the Third-Party Bots connector begins with. */
const connectorErrorPrefix = 'com.liveperson.bot-connectors-worker.error.';

/**
 * The connector's error codes without their prefix, each with what it stands for. Sources:
 * developers.liveperson.com/third-party-bots-bot-conversation-errors.html and
 * developers.liveperson.com/liveperson-functions-event-sources-third-party-bots.html.
 */
export const connectorErrors = {
  'connector.messaging.send-message':
    'a message could not be sent, mostly for its structured content or an image URL',
  'connector.messaging.end-conversation': 'the conversation could not be closed',
  'connector.messaging.change-ttr': 'the time to response could not be changed, mostly for a wrong value',
  'connector.messaging.transfer-to-skill': 'the transfer failed',
  'connector.messaging.conversation-closed': 'the conversation is closed already',
  'connector.messaging.agent-not-authorized': 'the conversation is no longer assigned to the bot',
  'connector.chat.send-message': 'a chat message could not be sent, mostly for its structured content',
  'connector.chat.end-conversation': 'the chat could not be closed',
  'connector.chat.transfer-to-skill': 'no agent of the skill could take the chat',
  'pipes.messaging-handle-bot-action.transfer-skill-not-existing': 'the account has no skill of that name',
  'pipes.chat-handle-bot-action.transfer-skill-not-existing': 'the account has no skill of that name',
  'pipes.verify-ai-response.missing-action-and-messages': 'the answer holds neither an action nor a message',
  'pipes.verify-ai-response.no-messages-and-not-supported-action':
    'the answer holds no message, and its action is unknown',
  'pipes.verify-ai-response.quick-replies-not-supported': 'quick replies in a chat',
  'pipes.conversation-limit-checker.max-conv-limit-reached': 'the bot has too many open conversations',
  'events-queue.not-catched-pipeline-error': 'an unexpected error',
  'aivendor.faas.invoke-lambda': 'the function failed, took longer than 30 s, or the quota is used up',
  'aivendor.faas.failed-faas-request': 'the request to the function failed',
  'aivendor.faas.missing-response-body': 'the function answered without a body',
  'aivendor.faas.failed-hook': 'a hook could not be invoked',
  'aivendor.faas.failed-bot-action': 'the function that an INVOCATION names failed',
  'aivendor.faas.testConnection': 'the function did not answer the connection test',
  'aivendor.faas.parse-message.malformed-alternative-intents': 'alternative intents that cannot be read',
  'sdes-service.missing-session-or-visitor-id': 'no visitor session to read engagement attributes from',
  'sdes-service.uauth-sdes-entry-is-empty': 'the visitor has no engagement attributes',
} as const satisfies Record<string, string>;

/** An error of the connector that the documentation names, without the prefix. */
export type DocumentedError = keyof typeof connectorErrors;

/** An error of the connector, without the prefix. */
export type ConnectorError = DocumentedError | EndpointError;

/** Whether there is an error of that name, without the prefix. */
export function isConnectorError(error: string): error is ConnectorError {
  return Object.hasOwn(connectorErrors, error) || Object.hasOwn(endpointErrors, error);
}

/** Every one of them. */
export const everyConnectorError: readonly string[] = [
  ...Object.keys(connectorErrors),
  ...Object.keys(endpointErrors),
];

/**
 * Codes of the Conversation Tester, the connector's own checking tool; they stand in where the connector documents no
 * code of its own. Source: developers.liveperson.com/third-party-bots-conversation-tester.html.
 */
const testerErrors = {
  'liveperson-functions-invalid-body': 'a message or a property that cannot be read',
  'liveperson-functions-invalid-action-body': 'an action with wrong or missing parameters',
} as const satisfies Record<string, string>;

/** An error of the Conversation Tester. */
export type TesterError = keyof typeof testerErrors;

/** The code as the caller writes it: with the prefix for the connector, as it is for the Conversation Tester. */
export function callerCode(error: ConnectorError | TesterError): string {
  return error in testerErrors ? error : `${connectorErrorPrefix}${error}`;
}

/** A code of the connector without its prefix. */
export function shortCode(code: string): string {
  return code.startsWith(connectorErrorPrefix) ? code.slice(connectorErrorPrefix.length) : code;
}

/** The connector's error behind a code as it is written; `undefined` where it is no code of the connector. */
export function connectorErrorOf(code: string | undefined): ConnectorError | undefined {
  const error = code?.startsWith(connectorErrorPrefix) ? code.slice(connectorErrorPrefix.length) : '';
  return isConnectorError(error) ? error : undefined;
}
