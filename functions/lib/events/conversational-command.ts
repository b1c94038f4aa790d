/**
 * What the Agent Workspace sends when an agent types `/` and the name of the function. What stands behind the name comes
 * as the agent has typed it.
 * Source: developers.liveperson.com/liveperson-functions-event-sources-conversational-commands.html.
 */
export interface Request {
  conversationId?: string;
  arguments?: readonly string[];
}

/** Shown to the agent alone, and not kept in the transcript. For anything else a generic message of success is shown. */
export type Response = string | number;
