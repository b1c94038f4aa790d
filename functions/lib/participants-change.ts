/**
 * What Automatic Messages sends when participants of a messaging conversation change. The documented names differ from
 * those that were captured from real calls; both are here, the captured one first. Numbers and texts are mixed for ids.
 * Sources: developers.liveperson.com/liveperson-functions-event-sources-automatic-messages.html;
 * captured: github.com/wlai-lp/faas functions/Participant_Change/config.json.
 */
export interface Request {
  general?: General | null;
  participantChange?: {
    oldParticipants?: readonly Participant[] | null;
    newParticipants?: readonly Participant[] | null;
  } | null;
  start?: { firstConversation?: boolean } | null;
  mid?: { openedInOffHours?: boolean } | null;
  end?: { closeReason?: string } | null;
  idle?: { lastConsumerMsgTs?: number } | null;
  /** Also there when the time to respond did not change; `value` is seconds. */
  ttr?: { oldTtr?: Ttr; newTtr?: Ttr } | null;
  /** Also there when the conversation was not routed. */
  routing?: { oldSkillId?: Id | null; newSkillId?: Id | null } | null;
}

/** Times are milliseconds since 1970. */
export interface General {
  cbotEventType?: EventType | (string & {});
  type?: string;
  convId?: string;
  dialogId?: string;
  sessionId?: Id;
  visitorId?: Id;
  startTs?: number;
  effectiveTTR?: number;
  serverTimestamp?: number;
  lastMessageTs?: number;
  lastAgentMsgTs?: number;
  backToQueueTs?: number;
  oldConvState?: 'OPEN' | 'CLOSE';
  newConvState?: 'OPEN' | 'CLOSE';
  contextType?: string;
  contexttype?: string;
  messagingChannel?: string;
  campaignInfo?: { campaignId?: Id; id?: Id; engagementId?: Id; engangementId?: Id } | null;
  clientLanguage?: string;
  clientFeatures?: readonly string[];
  inOffHours?: boolean;
  originatorId?: Id;
  originatorPid?: string;
  originatorMetadata?: { id?: Id; role?: string; clientProperties?: object };
  clientIpAddress?: string;
  clientIpAdress?: string;
  /** When an agent has set the time to respond by hand. */
  manualETTR?: string;
  lastMessageComposer?: string;
}

/** What happened, as Automatic Messages names it. */
export type EventType =
  | 'YOU_ARE_CONNECTED_TO'
  | 'BACK_TO_QUEUE'
  | 'JOINED_AGENT_LEFT_CONVERSATION'
  | 'ANOTHER_AGENT_JOINED_CONVERSATION';

/** The assigned agent owns the conversation; bots are agents too. The controller is Automatic Messages itself. */
export type Role = 'CONSUMER' | 'CONTROLLER' | 'ASSIGNED_AGENT' | 'AGENT';

export interface Participant {
  id?: Id;
  role?: Role | (string & {});
}

/** Documented as a number, seen as a text. */
export type Id = string | number;

interface Ttr {
  ttrType?: string;
  value?: number;
}

/**
 * Callback commands. `[]` does nothing and also keeps the account's own automatic message from being sent; answering
 * nothing at all lets it be sent. Of several commands of one type only the first counts.
 */
export type Response = readonly Command[];

export type Command = SystemMessage | Transfer | CloseConversation;

/** A message in place of the account's own automatic one. */
export interface SystemMessage {
  type: 'systemMessage';
  text: string;
}

/** To a skill, by its ID, or to an agent, which needs an account feature. */
export interface Transfer {
  type: 'transfer';
  skillId?: string;
  agentId?: string;
}

export interface CloseConversation {
  type: 'closeConversation';
}
