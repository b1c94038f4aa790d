import type { EndpointEvent } from './event.ts';
import { identifiers } from './identifiers.ts';
import { isObject, type JsonObject } from './json.ts';
import type { NewConversation } from './new-conversation.ts';

/** What a service knows when an event arrives: the conversation as it began, and its id. */
export interface Known {
  convId: string;
  conversation: NewConversation;
}

/** `input.payload` of a Custom Integration. */
export interface FunctionPayload {
  convId: string;
  message?: string;
  event?: { name: string };
  context: { lpEvent: Record<string, unknown>; lpSdes: Record<string, unknown> };
}

/**
 * What a function gets of an event; `null` for what no function is ever told: the end of a conversation. An event of the
 * type CONVERSATION that is no end is a welcome (ours; the type is in the OpenAPI document only).
 */
export function toPayload(event: EndpointEvent, { convId, conversation }: Known): FunctionPayload | null {
  const lpEvent = lpEventOf(event, conversation.context ?? {});
  const context = { lpEvent, lpSdes: sdesOf(conversation) };
  switch (event.type) {
    case 'TEXT':
      return { convId, message: event.data.message, context };
    case 'RICH_CONTENT':
      return { convId, message: identifiers['rich-content'], context };
    case 'hosted-file':
      return { convId, message: identifiers.file, context };
    case 'CONVERSATION':
      return event.data.name === 'CLOSED' ? null : welcome(convId, context);
    case 'START':
      return welcome(convId, context);
    case 'CLOSE_CONVERSATION':
      return null;
    default:
      return event satisfies never;
  }
}

/** A chat's welcome has an `event`; its shape is inferred. A welcome on messaging is told by the raw event alone. */
function welcome(convId: string, context: FunctionPayload['context']): FunctionPayload {
  return { convId, ...(isChat(context.lpEvent) && { event: { name: 'WELCOME' } }), context };
}

function isChat({ conversationContext }: JsonObject): boolean {
  return isObject(conversationContext) && conversationContext['type'] === 'CHAT';
}

/**
 * The raw event without what a function's never has, and with what its own always has: the conversation's context, and
 * what happened. The raw welcome of messaging is the one that has no context.
 */
function lpEventOf(event: EndpointEvent, about: JsonObject): Record<string, unknown> {
  const { conversationId: _id, messageAudience: _audience, metadata, ...raw } = event.context?.lpEvent ?? {};
  const chat = isChat({ conversationContext: raw['conversationContext'] ?? about });
  const bare = !chat && (event.type === 'START' || event.type === 'CONVERSATION');
  const needsContext = !bare && raw['conversationContext'] === undefined && Object.keys(about).length > 0;
  return {
    ...(bare ? { type: 'ContentEvent', content: 'welcome' } : happened(event)),
    ...raw,
    ...(hasAny(metadata) && { metadata }),
    ...(needsContext && { conversationContext: about }),
  };
}

function hasAny(metadata: unknown): boolean {
  return Array.isArray(metadata) ? metadata.length > 0 : metadata !== undefined;
}

/** For a raw event that lacks it. */
function happened(event: EndpointEvent): Record<string, unknown> {
  switch (event.type) {
    case 'RICH_CONTENT':
      return { event: { type: 'RichContentEvent', content: event.data.content } };
    case 'hosted-file':
      return { event: { type: 'ContentEvent', message: event.data, contentType: 'hosted/file' } };
    default:
      return {};
  }
}

/** Empty attributes are none, which a function gets as `{}`; it never gets `null`. */
function sdesOf({ sdes }: NewConversation): Record<string, unknown> {
  const parts = Object.entries(sdes ?? {}).filter(([, part]) => part !== null);
  const given = parts.some(([, part]) => !isObject(part) || Object.keys(part).length > 0);
  return given ? Object.fromEntries(parts) : {};
}
