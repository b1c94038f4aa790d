import { noticeAnalytics } from './analytics.ts';
import { sharedMetadata } from './shared-metadata.ts';
import type { Complaint } from './check.ts';
import { isObject } from './json.ts';
import { names, swapped, swappedParameters, withSwappedKeys } from './names.ts';
import { noticeActions } from './notice-actions.ts';
import type { EndpointResponse, ResponseItem } from './response.ts';

/** A service's response in the form of a Custom Integration's answer, and what a developer should know of it. */
export interface Translated {
  answer: { messages: unknown[]; context: Record<string, unknown> };
  notices: readonly Complaint[];
}

/**
 * A response as a function would have answered it. The action comes after all messages, wherever it stands (ours), as
 * that of a function does. What only a wire has is told in a notice: metadata of a plain text.
 */
export function toAnswer({ response, analytics }: EndpointResponse): Translated {
  const shared = sharedMetadata(response);
  return {
    answer: {
      messages: response.flatMap((item) => messageOf(item)),
      context: {
        ...actionOf(response),
        ...intentsOf(analytics),
        ...(shared.value !== undefined && { encodedMetadata: shared.value }),
      },
    },
    notices: [
      ...noticeTexts(response),
      ...shared.notices,
      ...noticeActions(response),
      ...noticeAnalytics(analytics),
    ],
  };
}

function messageOf(item: ResponseItem): unknown[] {
  switch (item.type) {
    case 'TEXT': {
      const { message, messageAudience } = item.data;
      return messageAudience === 'AGENTS_AND_MANAGERS'
        ? [withSwappedKeys({ message, messageAudience }, names.privateText)]
        : [message];
    }
    case 'STRUCTURED_CONTENT':
      return [withSwappedKeys(item.data, {})];
    case 'DELAY':
      return [withSwappedKeys(item.data, names.delay)];
    case 'ACTION':
      return [];
    default:
      return item satisfies never;
  }
}

function actionOf(response: readonly ResponseItem[]): Record<string, unknown> {
  const item = response.find(({ type }) => type === 'ACTION');
  if (item?.type !== 'ACTION') return {};
  const { name, parameters } = item.data;
  const actionParameters = swappedParameters(name, parameters);
  return {
    action: swapped(name, names.action),
    ...(actionParameters !== undefined && { actionParameters }),
  };
}

/** The first intent is the one, the others are alternatives. */
function intentsOf(analytics: unknown): Record<string, unknown> {
  const intents = isObject(analytics) ? analytics['intents'] : undefined;
  if (!Array.isArray(intents)) return {};
  const [first, ...others] = intents.map((intent: unknown) =>
    isObject(intent) ? withSwappedKeys(intent, names.intent) : intent,
  );
  const { intentId, intentName, confidenceScore } = isObject(first) ? first : {};
  return {
    ...withSwappedKeys({ intentId, intentName, confidenceScore }, {}),
    ...(others.length > 0 && { alternativeIntents: others }),
  };
}

function noticeTexts(response: readonly ResponseItem[]): Complaint[] {
  return response.flatMap((item, index) =>
    item.type === 'TEXT' && Object.keys(item.data.metadata ?? {}).length > 0
      ? [
          {
            path: `response[${index}].data.metadata`,
            message: 'the metadata of a plain text is not shown here: the emulator delivers the text alone',
          },
        ]
      : [],
  );
}
