/** A client of the account that may fetch tokens. */
export interface ClientPreset {
  id: string;
  secret: string;
  /** Seconds that its tokens hold; an hour where it is missing. */
  expiresIn?: number;
}

/** A conversation as the Messaging Interactions API tells it: content by its type. */
export type ConversationRecord = Record<string, unknown>;

/** What the Context Service starts with. */
export interface ContextPreset {
  /** The keys that it takes; any key where they are missing. */
  apiKeys?: string[];
  /** Namespaces by name; `ttl` is in seconds, sessions hold their properties. */
  namespaces?: Record<string, { ttl?: number; sessions?: Record<string, Record<string, unknown>> }>;
}

/** Which visits take engagement attributes; any where they are missing. */
export interface MonitoringPreset {
  visits?: { visitorId: string; sessionId: string }[];
}

/** The hosted files by path, and who may replace them; anybody where they are missing. */
export interface FilesPreset {
  user?: string;
  key?: string;
  stored?: Record<string, string | { text: string; contentType?: string }>;
}

/** What an imitated account starts with: `account.yaml`, with a payload's own `account:` laid over it. */
export interface AccountPresets {
  /** The account's time at the start, as ISO text or epoch milliseconds; now where it is missing. */
  clock?: string | number;
  /** More services for CSDS, by name with their host; `false` for one that the account does not have. */
  services?: Record<string, string | false>;
  /** Who may fetch tokens; every secret that looks like an app key where it is missing. */
  clients?: ClientPreset[];
  /** Conversations by id. */
  conversations?: Record<string, ConversationRecord>;
  context?: ContextPreset;
  monitoring?: MonitoringPreset;
  files?: FilesPreset;
}
