import type { Finding } from '../../errors.ts';
import { hasAction, judgeAction } from './actions.ts';
import { isChat } from './chat.ts';
import type { ContractContext, MessageContext } from './contract.ts';
import { ignored, refused } from './finding.ts';
import { judgeIntents } from './intents.ts';
import { judgeMessage } from './messages.ts';
import { judgeMetadata } from './metadata.ts';
import { richContent } from './rich-content.ts';
import { misspeltKeys } from './stray-keys.ts';
import { judgeStructuredContent } from './structured-content.ts';
import { isObject } from '../../payload/document/path.ts';
import { kind } from './value.ts';
import type { JsonObject } from './value.ts';

const answerKeys = new Set(['messages', 'context']);
const contextKeys = new Set([
  'action',
  'actionParameters',
  'intentId',
  'intentName',
  'confidenceScore',
  'alternativeIntents',
  'structuredContent',
  'metadata',
  'encodedMetadata',
]);

/**
 * Judges the answer to `bot_connectors_custom_integration` as the Third-Party Bots connector does. Sources:
 * developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html, the page on advanced features
 * beside it, developers.liveperson.com/third-party-bots-bot-conversation-errors.html.
 */
export async function judgeCustomIntegration(
  result: unknown,
  { payload }: ContractContext,
): Promise<Finding[]> {
  if (!isObject(result)) return [missingBody(result)];
  const { messages = [], context = {} } = result;
  if (!Array.isArray(messages)) return [notThe('messages', messages, 'an array')];
  if (!isObject(context)) return [notThe('context', context, 'an object')];
  const chat = isChat(payload);
  const loaded = needsRichContent(messages, context) ? await richContent() : undefined;
  return [
    ...judgeMessages(messages, { chat, richContent: loaded }),
    ...judgeContext(context, messages, { chat, richContent: loaded }),
    ...misplacedKeys(result),
  ];
}

function judgeMessages(messages: unknown[], context: MessageContext): Finding[] {
  return messages.flatMap((message, index) => judgeMessage(message, `messages[${index}]`, context));
}

/** The legacy `context.structuredContent` is a message too, sent after all others. */
function judgeContext(context: JsonObject, messages: unknown[], about: MessageContext): Finding[] {
  const { structuredContent } = context;
  const hasMessages = messages.length > 0 || structuredContent !== undefined;
  return [
    ...(hasMessages || hasAction(context) ? [] : [missingEverything(context)]),
    ...(structuredContent === undefined
      ? []
      : judgeStructuredContent(structuredContent, 'context.structuredContent', about)),
    ...judgeAction(context, hasMessages, about.chat),
    ...judgeIntents(context),
    ...judgeMetadata(context, 'context', about.chat),
    ...misspeltKeys(context, contextKeys, 'context'),
  ];
}

/** Keys on the top level that belong into `context`, or look like a misspelt `messages` or `context`. */
function misplacedKeys(answer: JsonObject): Finding[] {
  const misplaced = Object.keys(answer).filter((key) => contextKeys.has(key));
  return [
    ...misplaced.map((key) =>
      ignored({
        path: key,
        what: `${key} is not read here`,
        hint: `put it into context: { "context": { "${key}": … } }`,
      }),
    ),
    ...misspeltKeys(answer, answerKeys, ''),
  ];
}

function needsRichContent(messages: unknown[], context: JsonObject): boolean {
  return holdsContent(context) || messages.some(holdsContent);
}

function holdsContent(value: unknown): boolean {
  return isObject(value) && isObject(value['structuredContent']);
}

const example = 'return { messages: ["…"] }; v1 hands it to callback(null, answer)';

function missingBody(result: unknown): Finding {
  const what = `the answer is ${kind(result)}, expected an object`;
  return refused('aivendor.faas.missing-response-body', { path: '', what, hint: example });
}

function missingEverything(context: JsonObject): Finding {
  const intent = context['intentId'] !== undefined;
  const what = `the answer holds neither messages nor an action${intent ? '; an intent alone is none' : ''}`;
  const hint = 'add a message or an action; to say nothing on purpose, answer with a sole { "delay": 1 }';
  const error = 'pipes.verify-ai-response.missing-action-and-messages';
  return refused(error, { path: '', what, hint });
}

function notThe(key: string, value: unknown, expected: string): Finding {
  const what = `${key} is ${kind(value)}, expected ${expected}`;
  return refused('liveperson-functions-invalid-body', { path: key, what, hint: example });
}
