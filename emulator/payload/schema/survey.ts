import * as z from 'zod/mini';

const id = z.union([z.string(), z.number()]);
const loose = z.looseObject({});

const dialog = z.looseObject({
  dialogType: z.string(),
  state: z.optional(z.string()),
  creationTs: z.optional(z.number()),
  endTs: z.optional(z.number()),
  closedBy: z.optional(z.string()),
  participantsDetails: z.optional(z.array(loose)),
});

/**
 * What the post-conversation survey bot sends at the start and at the end of a survey. The page has a table and no
 * example, so only the ids of conversation and survey are asked for.
 * Source: developers.liveperson.com/liveperson-functions-event-sources-post-conversation-survey.html.
 */
export const survey = z.looseObject({
  conversationId: z.string().check(z.minLength(1)),
  accountId: z.optional(z.string()),
  surveyId: id,
  surveyRevision: z.optional(z.number()),
  skillId: z.optional(z.string()),
  effectiveTTR: z.optional(z.number()),
  lastContentEventNotification: z.optional(z.looseObject({ event: z.optional(loose) })),
  campaignInfo: z.optional(z.looseObject({ campaignId: z.optional(id), engagementId: z.optional(id) })),
  closeReason: z.optional(z.string()),
  context: z.optional(loose),
  dialogs: z.optional(z.array(dialog)),
  firstConversation: z.optional(z.boolean()),
  participants: z.optional(z.array(z.looseObject({ id: z.string(), role: z.string() }))),
  state: z.optional(z.string()),
  startTs: z.optional(z.number()),
  ttr: z.optional(z.looseObject({ ttrType: z.string(), value: z.number() })),
  lastQuestionId: z.optional(z.string()),
});
