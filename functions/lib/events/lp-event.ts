/**
 * The raw event of the conversation, as the API behind it spells it. The connector passes it on unchanged and documents
 * it by example only, so every field may be missing.
 * Source: developers.liveperson.com/third-party-bots-getting-started.html (example objects of both APIs).
 */
export interface LpEvent extends Partial<MessagingEvent>, Partial<ChatLine>, Partial<MessagingWelcome> {}

/** An event of the messaging API. */
export interface MessagingEvent {
  sequence: number;
  originatorId: string;
  originatorMetadata: { id?: string; role?: string; clientProperties?: ClientProperties };
  originatorClientProperties: ClientProperties;
  /** Milliseconds since 1970. */
  serverTimestamp: number;
  event: MessagingContent | null;
  dialogId: string;
  __isMe: boolean;
  conversationContext: ConversationContext | null;
  /** What a clicked button or quick reply carries in `click.metadata`, and what social channels add. */
  metadata: readonly Metadata[] | null;
}

/** What the consumer sent: a text, a file (`contentType` is `hosted/file`), or rich content. */
export interface MessagingContent {
  type?: string;
  contentType?: string;
  message?: string | HostedFile;
  /** Only with the type `RichContentEvent`. */
  content?: RichContent | null;
}

/** A file in the account's storage; `relativePath` is no public address. */
export interface HostedFile {
  caption?: string;
  relativePath?: string;
  fileType?: string;
  preview?: string;
}

/** What rich content from a consumer looks like; a location is an element of the type `map`. */
export interface RichContent {
  type?: string;
  elements?: readonly { type?: string; la?: number; lo?: number }[];
}

/** A line of the chat API. Its ids are texts. */
export interface ChatLine {
  '@id': string;
  '@type': string;
  /** ISO 8601 with an offset. */
  time: string;
  textType: string;
  text: string;
  by: string;
  source: string;
  systemMessageId: string;
  subType: string;
  sequenceId: string;
  state: string;
  chatSessionKey: string;
  skillName: string;
  skillId: string;
  agentName: string;
  agentId: string;
  startTime: string;
  /** Seconds, as a text. */
  duration: string;
  lastUpdate: string;
  /** Seconds, as a text. */
  chatTimeout: string;
  visitorId: string;
  agentTyping: string;
  visitorTyping: string;
  visitorName: string;
  rtSessionId: string;
  sharkVisitorId: string;
  sharkSessionId: string;
  sharkContextId: string;
  engagementId: string;
  campaignId: string;
  language: string;
  participantId: string;
  link: readonly { '@href': string; '@rel': string }[];
  isWelcomeEvent: boolean;
  conversationContext: ConversationContext | null;
}

/** Sent when a messaging conversation reaches the bot and its Welcome Message setting is on. */
export interface MessagingWelcome {
  type: string;
  /** `welcome`. */
  content: string;
  /** What the consumer wrote last, to an agent or another bot. */
  lastConsumerMessage: string;
}

/** Where the conversation comes from. Messaging has numbers where chat has texts. */
export interface ConversationContext {
  type?: 'MESSAGING' | 'CHAT';
  skillId?: string | number;
  campaignId?: string | number;
  engagementId?: string | number;
  visitor?: Visitor | null;
}

/** Mostly null on chat. */
export type Visitor = {
  [Key in keyof Omit<ClientProperties, 'type' | 'appId'>]: ClientProperties[Key] | null;
} & { sharkVisitorId?: string | null; sharkSessionId?: string | null; language?: string | null };

/** The consumer's device and what its window can show. */
export interface ClientProperties {
  type?: string;
  appId?: string;
  ipAddress?: string;
  deviceFamily?: string;
  os?: string;
  osVersion?: string;
  integration?: string;
  integrationVersion?: string;
  browser?: string;
  browserVersion?: string;
  /** Such as `QUICK_REPLIES` and `RICH_CONTENT`. */
  features?: readonly string[];
}

/** One entry of metadata. `ExternalId` carries an id of at most 64 characters. */
export type Metadata = { type: 'ExternalId'; id: string } | { type: string; [key: string]: unknown };
