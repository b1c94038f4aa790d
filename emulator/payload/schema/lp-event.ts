import * as z from 'zod/mini';

const id = z.union([z.string(), z.number()]);
const loose = z.looseObject({});

/** Whose message it is and from what device; the same in both kinds of conversation. */
const conversationContext = z.looseObject({
  skillId: z.optional(z.string()),
  campaignId: z.optional(id),
  engagementId: z.optional(id),
  type: z.optional(z.enum(['MESSAGING', 'CHAT'])),
  visitor: z.optional(z.nullable(loose)),
});

/** Everything that a line of the chat API has as a text, numbers and times too. */
const chatTexts = [
  '@id @type time textType text by source systemMessageId subType sequenceId state chatSessionKey skillName skillId',
  'agentName agentId startTime duration lastUpdate chatTimeout visitorId agentTyping visitorTyping visitorName',
  'rtSessionId sharkVisitorId sharkSessionId sharkContextId engagementId campaignId language participantId',
].flatMap((line) => line.split(' '));

/**
 * The raw event of the messaging or chat API behind a request, or the welcome event of a transfer. Every key is
 * optional: which of them are there depends on the channel.
 * Source: developers.liveperson.com/third-party-bots-getting-started.html (both full examples) and
 * developers.liveperson.com/third-party-bots-liveperson-functions-advanced-features.html (welcome, rich content, metadata).
 */
export const lpEvent = z.looseObject({
  // messaging
  sequence: z.optional(z.number()),
  originatorId: z.optional(z.string()),
  originatorMetadata: z.optional(z.looseObject({ id: z.string(), role: z.string() })),
  originatorClientProperties: z.optional(loose),
  serverTimestamp: z.optional(z.number()),
  event: z.optional(z.looseObject({ type: z.string() })),
  dialogId: z.optional(z.string()),
  metadata: z.optional(z.array(loose)),
  conversationContext: z.optional(conversationContext),
  // chat
  ...Object.fromEntries(chatTexts.map((key) => [key, z.optional(z.string())])),
  link: z.optional(z.array(loose)),
  isWelcomeEvent: z.optional(z.boolean()),
  // welcome after a transfer
  type: z.optional(z.string()),
  content: z.optional(z.string()),
  lastConsumerMessage: z.optional(z.string()),
});

/**
 * Engagement attributes; empty where the bot does not collect them. What is below the two parts differs between chat
 * and messaging. Source: developers.liveperson.com/third-party-bots-getting-started.html.
 */
export const lpSdes = z.looseObject({
  unauthenticatedSdes: z.optional(loose),
  authenticatedSdes: z.optional(loose),
});
