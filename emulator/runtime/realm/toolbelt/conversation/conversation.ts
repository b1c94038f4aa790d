/**
 * A message as the messaging history has it. Source:
 * developers.liveperson.com/messaging-interactions-api-methods-get-conversation-by-conversation-id.html.
 */
export interface MessageRecord {
  type: string;
  messageData: {
    msg?: { text: string };
    file?: { caption: string; relativePath?: string };
    [kind: string]: unknown;
  };
  timeL: number;
  sentBy: string;
  [field: string]: unknown;
}

/** One engagement attribute with the moment of its arrival. */
export interface SdeEvent {
  serverTimeStamp: string | number;
  [field: string]: unknown;
}

/** What a utility reads of a conversation; the history has more. */
export interface ConversationRecord {
  messageRecords?: MessageRecord[];
  sdes?: { events?: SdeEvent[] };
  unAuthSdes?: { events?: SdeEvent[] };
  [part: string]: unknown;
}

/** What the messaging history answers. */
export interface Conversation {
  _metadata: Record<string, unknown>;
  conversationHistoryRecords: ConversationRecord[];
}

/** Whether an answer has the shape of one from the messaging history. */
export function isConversation(value: unknown): value is Conversation {
  if (typeof value !== 'object' || value === null) return false;
  const { _metadata: metadata, conversationHistoryRecords: records } = value as Partial<Conversation>;
  return typeof metadata === 'object' && metadata !== null && Array.isArray(records);
}
