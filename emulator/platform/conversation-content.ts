/**
 * What a conversation's record can hold, and a request for one can be limited to.
 * Sources: developers.liveperson.com/messaging-interactions-api-methods-get-conversation-by-conversation-id.html and
 * github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/conversation-util/types.ts.
 */
export const conversationContentTypes = [
  'info',
  'sdes',
  'unAuthSdes',
  'campaign',
  'messageRecords',
  'agentParticipants',
  'agentParticipantsActive',
  'consumerParticipants',
  'transfers',
  'interactions',
  'messageScores',
  'messageStatuses',
  'skillChanges',
  'conversationSurveys',
  'agentParticipantsLeave',
  'coBrowseSessions',
  'summary',
  'monitoring',
  'dialogs',
  'responseTime',
  'intents',
  'uniqueIntents',
  'latestAgentSurvey',
  'previouslySubmittedAgentSurveys',
] as const;
