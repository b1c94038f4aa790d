/**
 * What an operator can do about an error: try again later; change the bot's or the account's settings; change the
 * function's code; add capacity; nothing, because the conversation had moved on; or find out.
 */
export type CauseClass = 'retryable' | 'configuration' | 'function' | 'limit' | 'conversation' | 'unknown';

export interface Cause {
  class: CauseClass;
  advice: string;
}

const prefix = 'com.liveperson.bot-connectors-worker.error.';

/**
 * The connector's error codes without their prefix, the meaning of each turned into advice. Sources:
 * developers.liveperson.com/third-party-bots-bot-conversation-errors.html and
 * developers.liveperson.com/liveperson-functions-event-sources-third-party-bots.html.
 */
const causes: Readonly<Record<string, readonly [CauseClass, string]>> = {
  'connector.messaging.send-message': [
    'function',
    'Validate the structured content, and allow the domains of its images and links.',
  ],
  'connector.messaging.end-conversation': ['conversation', 'It was closed or transferred already.'],
  'connector.messaging.change-ttr': ['function', 'Answer with the ttrType URGENT, NORMAL or PRIORITIZED.'],
  'connector.messaging.transfer-to-skill': ['configuration', 'Check that the skill exists and has agents.'],
  'connector.messaging.conversation-closed': ['conversation', 'It was closed before the answer arrived.'],
  'connector.messaging.agent-not-authorized': ['conversation', 'It is not assigned to the bot any more.'],
  'connector.chat.send-message': ['function', 'Validate the structured content for chat.'],
  'connector.chat.end-conversation': ['conversation', 'The chat had ended already.'],
  'connector.chat.transfer-to-skill': [
    'limit',
    'No agent of the skill had a free slot; add agents or slots.',
  ],
  'pipes.messaging-handle-bot-action.transfer-skill-not-existing': [
    'configuration',
    'Correct the name of the skill in AGENT_SKILL; upper and lower case count.',
  ],
  'pipes.chat-handle-bot-action.transfer-skill-not-existing': [
    'configuration',
    'Correct the name of the skill in AGENT_SKILL; upper and lower case count.',
  ],
  'pipes.verify-ai-response.missing-action-and-messages': [
    'function',
    'Answer every message with a message or an action, also those that are not understood.',
  ],
  'pipes.verify-ai-response.no-messages-and-not-supported-action': [
    'function',
    'Correct the name of the action, or send a message with it.',
  ],
  'pipes.verify-ai-response.quick-replies-not-supported': [
    'function',
    'Send a list of texts instead of quick replies on chat.',
  ],
  'pipes.conversation-limit-checker.max-conv-limit-reached': [
    'limit',
    'The bot has 999 open conversations; add bots and close idle conversations sooner.',
  ],
  'events-queue.not-catched-pipeline-error': ['unknown', 'Give the error id to LivePerson support.'],
  'aivendor.faas.invoke-lambda': [
    'function',
    'Look for errors and slow calls in the logs of the function, then check its quota.',
  ],
  'aivendor.faas.failed-faas-request': [
    'function',
    'Look for errors and slow calls in the logs of the function, then check its quota.',
  ],
  'aivendor.faas.missing-response-body': ['function', 'Answer with an object on every path.'],
  'aivendor.faas.failed-hook': ['function', 'Check that the hook is deployed and does not throw.'],
  'aivendor.faas.failed-bot-action': ['function', 'Check the function behind the INVOCATION action.'],
  'aivendor.faas.testConnection': ['retryable', 'Test the connection again; check that it is deployed.'],
  'aivendor.faas.parse-message.malformed-alternative-intents': [
    'function',
    'Give each alternative intent an intentId and a confidenceScore from 0 to 1.',
  ],
  'sdes-service.missing-session-or-visitor-id': ['retryable', 'The visitor has no session yet.'],
  'sdes-service.uauth-sdes-entry-is-empty': [
    'configuration',
    'The page sets no engagement attributes; set them or stop collecting them.',
  ],
};

const unknown: Cause = {
  class: 'unknown',
  advice: 'The code is not in the documented list; look it up in the dashboard.',
};

/** The error code in `text`, without its prefix; null where the text does not look like a code. */
export function errorCode(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const code = text.trim().startsWith(prefix) ? text.trim().slice(prefix.length) : text.trim();
  return Object.hasOwn(causes, code) || /^[a-z][\w-]*(\.[\w-]+)+$/i.test(code) ? code : null;
}

/** Class and advice of an error code, as `errorCode` gives it. */
export function causeOf(code: string | null): Cause {
  const cause = code !== null && Object.hasOwn(causes, code) ? causes[code] : undefined;
  return cause ? { class: cause[0], advice: cause[1] } : unknown;
}
