import * as z from 'zod/mini';

/**
 * What the Agent Workspace sends for a command.
 * Source: developers.liveperson.com/liveperson-functions-event-sources-conversational-commands.html.
 */
export const conversationalCommand = z.looseObject({
  conversationId: z.string().check(z.minLength(1)),
  arguments: z.array(z.string()),
});
