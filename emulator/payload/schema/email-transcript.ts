import * as z from 'zod/mini';

/**
 * What the chat server sends after a survey; a rank that is not above -1 means none.
 * Source: developers.liveperson.com/liveperson-functions-event-sources-chat-post-survey.html.
 */
export const emailTranscript = z.looseObject({
  csatRank: z.optional(z.number().check(z.minimum(-1), z.maximum(5))),
  skillName: z.string(),
  agentName: z.string(),
  questionWithAnswers: z.array(z.looseObject({ question: z.string(), answer: z.string() })),
});
