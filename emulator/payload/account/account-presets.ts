import type { SecretFailure } from '../../platform/secret-failures.ts';
import type { Mock } from '../mock/mock.ts';

/** A client of the account that may fetch tokens. */
export interface ClientPreset {
  id: string;
  secret: string;
  /** What its tokens are for, such as `thirdpartybots.customendpoint.bot`; they name no scope where it is missing. */
  scope?: string;
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
  stored?: Record<string, { text: string; contentType?: string }>;
}

/** How the secret storage answers. */
export interface StoragePreset {
  /** Milliseconds that it takes. */
  delay?: number;
  /** What it says in place of a secret: the end of the toolbelt's code. */
  fault?: SecretFailure;
}

/** How it answers for every secret, and for some by key. */
export interface SecretsPreset extends StoragePreset {
  keys?: Record<string, StoragePreset>;
}

/** What an imitated account starts with: `account.yaml`, with a payload's own `account:` laid over it. */
export interface AccountPresets {
  /** The account's time at the start, as ISO text; now where it is missing. */
  clock?: string;
  /** Uuids of the project's functions, by name, in place of those that the names lead to. */
  functions?: Record<string, string>;
  /** Answers for the calls of all functions, after those of a payload or conversation; the project's only. */
  mocks?: Mock[];
  /** More services for CSDS, by name with their host; `false` for one that the account does not have. */
  services?: Record<string, string | false>;
  /** Who may fetch tokens; every secret that looks like an app key where it is missing. */
  clients?: ClientPreset[];
  /** Conversations by id. */
  conversations?: Record<string, ConversationRecord>;
  context?: ContextPreset;
  monitoring?: MonitoringPreset;
  files?: FilesPreset;
  /** Beginnings of the URLs that the mTLS service has a certificate for; all where they are missing. */
  mtls?: string[];
  secrets?: SecretsPreset;
}
