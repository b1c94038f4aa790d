import type { Id } from './automatic-messages';
import type { ClientProperties } from './lp-event';

/**
 * What the post-conversation survey bot sends when a survey starts and when it ends; messaging only. The page has a
 * table of names and types and no example, so every part may be missing. Times are milliseconds since 1970.
 * Source: developers.liveperson.com/liveperson-functions-event-sources-post-conversation-survey.html.
 */
export interface Request {
  conversationId?: string;
  accountId?: string;
  surveyId?: Id;
  surveyRevision?: number;
  skillId?: string;
  effectiveTTR?: number;
  /** The last line of the conversation: an answer of the consumer's too, which may hold anything. */
  lastContentEventNotification?: {
    originatorId?: Id;
    originatorPId?: string;
    sequence?: number;
    serverTimestamp?: number;
    event?: { type?: string; contentType?: string; message?: string } | null;
    originatorClientProperties?: ClientProperties;
  } | null;
  campaignInfo?: { campaignId?: Id; engagementId?: Id } | null;
  /** Who closed the conversation: CONSUMER, AGENT or SYSTEM. */
  closeReason?: string;
  context?: {
    type?: string;
    lang?: string;
    sessionId?: string;
    visitorId?: string;
    interactionContextId?: string;
    clientProperties?: ClientProperties;
  } | null;
  /** The conversation itself and the survey are two dialogs. */
  dialogs?: readonly Dialog[] | null;
  firstConversation?: boolean;
  participants?: readonly { id?: string; role?: string }[] | null;
  state?: string;
  startTs?: number;
  ttr?: { ttrType?: string; value?: number } | null;
  /** The question that was asked last. */
  lastQuestionId?: string;
}

export interface Dialog {
  dialogId?: string;
  dialogType?: 'MAIN' | 'POST_SURVEY' | (string & {});
  channelType?: string;
  state?: string;
  creationTs?: number;
  endTs?: number;
  metaDataLastUpdateTs?: number;
  closedBy?: string;
  closedCause?: string;
  participantsDetails?: readonly { id?: string; role?: string; state?: string }[];
  metaData?: { appInstallId?: string };
}

/** Ignored; `ok` is what the page advises. */
export type Response = 'ok';
