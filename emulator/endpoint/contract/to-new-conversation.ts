import type { JsonObject } from './json.ts';
import type { NewConversation } from './new-conversation.ts';

/** What the connector knows when a conversation begins. */
export interface Beginning {
  /** As `context.lpSdes` has them, `{}` where they are not collected. */
  sdes: JsonObject;
  /** As `context.lpEvent.conversationContext` has it. */
  context: JsonObject;
  /** The agent that the bot is; a UUID. */
  assignedAgentId: string;
}

/**
 * What a service is told when a conversation begins. Both parts of the engagement attributes are always there, empty where
 * none are collected: the OpenAPI document wants them, and the documentation does not mind (ours).
 */
export function toNewConversation({ sdes, context, assignedAgentId }: Beginning): NewConversation {
  return {
    sdes: { authenticatedSdes: {}, unauthenticatedSdes: {}, ...sdes },
    context: { ...context, assignedAgentId },
  };
}
