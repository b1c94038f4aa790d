/**
 * What Automatic Messages sends, whatever the event. All sections come along, those that the event is not about empty or
 * with the current values. The documented names differ from those that were captured from real calls; both are here, the
 * captured one first. Numbers and texts are mixed for ids.
 * Sources: developers.liveperson.com/liveperson-functions-event-sources-automatic-messages.html;
 * captured: github.com/wlai-lp/faas functions/Participant_Change/config.json.
 */
export interface AutomaticMessage<EventType extends string> {
  general?: General<EventType> | null;
  /** Whether the consumer never had a conversation before. */
  start?: { firstConversation?: boolean } | null;
  /** Whether the line was closed when the conversation began. */
  mid?: { openedInOffHours?: boolean } | null;
  /** Who ended the conversation: AGENT, CONSUMER or SYSTEM. */
  end?: { closeReason?: string } | null;
  idle?: Idle | null;
  /** Also there when the time to respond did not change. */
  ttr?: { oldTtr?: Ttr | null; newTtr?: Ttr | null } | null;
  /** Also there when the conversation was not routed. */
  routing?: { oldSkillId?: Id | null; newSkillId?: Id | null } | null;
  participantChange?: {
    oldParticipants?: readonly Participant[] | null;
    newParticipants?: readonly Participant[] | null;
  } | null;
}

/** Times are milliseconds since 1970; one page has some of them as texts. */
export interface General<EventType extends string = string> {
  /** What happened, as Automatic Messages names it; several of these names belong to one event. */
  cbotEventType?: EventType | (string & {});
  type?: string;
  convId?: string;
  dialogId?: string;
  sessionId?: Id;
  visitorId?: Id;
  startTs?: Id;
  /** When an agent should answer. */
  effectiveTTR?: Id;
  serverTimestamp?: Id;
  lastMessageTs?: Id;
  lastAgentMsgTs?: Id;
  backToQueueTs?: Id;
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
  originatorMetadata?: { id?: Id; role?: string; clientProperties?: object } | null;
  clientIpAddress?: string;
  clientIpAdress?: string;
  /** When an agent should answer, set by an agent by hand. */
  manualETTR?: Id;
  lastMessageComposer?: string;
}

/** How long nobody answered. The account's settings come along, in two spellings; `timeUnits` is `minutes`. */
export interface Idle {
  lastConsumerMsgTs?: Id;
  agentNonResponsive?: Span | null;
  consumerNonResponsive?: Span | null;
  consumserNonResponsive?: Span | null;
  convNotTakenTime?: Span | null;
}

export interface Span {
  time?: Id;
  timeUnits?: string;
}

/** The assigned agent owns the conversation; bots are agents too. The controller is Automatic Messages itself. */
export type Role = 'CONSUMER' | 'CONTROLLER' | 'ASSIGNED_AGENT' | 'AGENT';

export interface Participant {
  id?: Id;
  role?: Role | (string & {});
}

/** Documented as a number, seen as a text, or the other way round. */
export type Id = string | number;

/** A time to respond; `value` is seconds. */
export interface Ttr {
  ttrType?: string;
  value?: Id;
}

/**
 * Callback commands. `[]` does nothing and also keeps the account's own automatic message from being sent; answering
 * nothing at all lets it be sent. Of several commands of one type only the first counts.
 */
export type Commands = readonly Command[];

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
