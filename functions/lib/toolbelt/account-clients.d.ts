/** The clients of the account's services. Sources: as for core-functions-toolbelt.d.ts. */
declare module 'core-functions-toolbelt' {
  /** A LivePerson service by its name in CSDS: one of `LpServices`, or any other. */
  export type LpService = LpServices | (string & {});

  /** As for `fetch`, and the secret that holds `{ client_id, client_secret }`. */
  export type LpClientOptions = RequestInit & {
    /** Default `LIVEPERSON_DEFAULT_APP_KEY`. */
    appKeySecretName?: string;
  };

  /**
   * Calls a LivePerson service with a token; the host comes from CSDS. `options` has to be given, `{}` at least.
   * Resolves for every status.
   */
  export type LpClient = (service: LpService, path: string, options: LpClientOptions) => Promise<Response>;

  /** Where the account's LivePerson services are; known for ten minutes. */
  export interface CsdsClient {
    /** The service's host; rejects with `com.liveperson.faas.csds.domain.not-found`. */
    get(service: LpService): Promise<string>;
    /** One object for each service, its name to its host. */
    getAll(): Promise<Record<string, string>[]>;
  }

  /** A message of a conversation; which of its data are there depends on its `type`. */
  export interface MessageRecord {
    /** `TEXT_PLAIN`, `HOSTED_FILE`, `RICH_CONTENT` … */
    type: string;
    messageData: {
      msg?: { text: string };
      file?: { caption: string; relativePath?: string };
      [kind: string]: unknown;
    };
    /** Milliseconds since 1970. */
    timeL: number;
    /** `Agent`, `Consumer` … */
    sentBy: string;
    [field: string]: unknown;
  }

  /** One conversation of the messaging history: the parts that were asked for, all of them if none was named. */
  export interface ConversationRecord {
    info?: Record<string, unknown>;
    messageRecords?: MessageRecord[];
    sdes?: { events?: SdeEvent[] };
    unAuthSdes?: { events?: SdeEvent[] };
    [part: string]: unknown;
  }

  /** What the messaging history answers for one conversation. */
  export interface Conversation {
    _metadata: Record<string, unknown>;
    conversationHistoryRecords: ConversationRecord[];
  }

  /** A message that holds a keyword. */
  export interface KeywordMatch {
    message: string;
    sentTimestamp: number;
    sentBy: string;
    /** `keywordRef:` and the keyword. */
    tag: string;
  }

  export interface ConversationUtil {
    /** Rejects with `com.liveperson.faas.conversation-util.conversation.not-found` when there is none. */
    getConversationById(
      conversationId: string,
      contentToRetrieve?: readonly ConversationContentTypes[],
    ): Promise<Conversation>;
    /** Looks through texts and file captions, in any case; a keyword is read as a regular expression. */
    scanConversationForKeywords(conversation: Conversation, keywords: readonly string[]): KeywordMatch[];
  }

  /** An engagement attribute; its fields depend on its type, one of `SDETypes`. */
  export interface Sde {
    type: SDETypes | (string & {});
    [field: string]: unknown;
  }

  /** An engagement attribute as the messaging history has it. */
  export interface SdeEvent {
    /** Milliseconds since 1970, or a date as text. */
    serverTimeStamp: string | number;
    [field: string]: unknown;
  }

  export interface ConversationSdes {
    sdes?: { events: SdeEvent[] };
    unAuthSdes?: { events: SdeEvent[] };
  }

  export interface SDEUtil {
    /** Not in real time: the monitoring service may take more than 30 seconds. An empty list rejects. */
    addSDEs(sdes: readonly Sde[], visitorId: string, sessionId: string): Promise<void>;
    /** The latest comes last. */
    getSDEsFromConv(conversation: Conversation): ConversationSdes;
  }

  /** What is put in a file's place. */
  export interface ReplacementFile {
    body: Bytes;
    contentType: string;
  }

  export interface GDPRUtil {
    /**
     * Overwrites the conversation's files for ever and answers their paths; a black dot of one pixel takes their place
     * unless `replacementFile` is given.
     */
    replaceConversationFiles(
      conversation: Conversation,
      credentials: { username: string; password: string },
      shouldReplace?: (path: string) => boolean,
      replacementFile?: ReplacementFile,
    ): Promise<string[]>;
  }

  /** Properties of a session, by name; values are JSON. */
  export type Properties = Record<string, unknown>;

  export interface Namespace {
    name: string;
    createdAt: Date;
    /** Absent where properties stay for ever. */
    ttlSecond?: number;
  }

  /**
   * The Context Session Store. A session that is not named is `__default__`. The namespaces `faas`, `consumer`,
   * `custom`, `operational` and `conversation` are always there: they cannot be created or deleted.
   */
  export interface ContextServiceClient {
    /** `ttl` in seconds. One that exists already is no error. */
    createNamespace(namespace: string, options?: { ttl?: number }): Promise<Namespace>;
    deleteNamespace(namespace: string): Promise<void>;
    getListOfNamespaces(): Promise<Namespace[]>;
    /** Leaves other properties as they are, as `updatePropertiesInNamespace` does. */
    setPropertiesInNamespace(
      namespace: string,
      properties: Properties,
      sessionId?: string,
    ): Promise<Properties>;
    updatePropertiesInNamespace(
      namespace: string,
      properties: Properties,
      sessionId?: string,
    ): Promise<Properties>;
    getAllPropertiesInSession(namespace: string, sessionId?: string): Promise<Properties>;
    getSelectedPropertiesInSession(
      namespace: string,
      propertyNames: readonly string[],
      sessionId?: string,
    ): Promise<Properties>;
    getPropertyInSession(namespace: string, propertyName: string, sessionId?: string): Promise<unknown>;
    deletePropertyInSession(namespace: string, propertyName: string, sessionId?: string): Promise<void>;
    deleteSession(namespace: string, sessionId: string): Promise<void>;
    getListOfSessions(namespace: string): Promise<string[]>;
  }

  /** One call of another function. */
  export interface OrchestratorInvocation {
    uuid: string;
    payload: unknown;
    headers?: Record<string, string>;
    /** Default 3. */
    retries?: number;
    /** Whether to try again; by default after 500, 502, 504, 429 and a broken connection. */
    retryFunction?: (statusCode?: number, error?: unknown) => boolean;
  }

  export interface OrchestratorOptions {
    /** Milliseconds for each call; by default the deadline divided by their number. */
    timeout?: number;
    /** Whether bodies are parsed. */
    json?: boolean;
    /** Default `ErrorStrategy.EXIT_ON_ERROR`. */
    errorStrategy?: ErrorStrategy;
    /** Default false: one after the other. */
    invokeParallel?: boolean;
  }

  /** What became of one call; `error` instead of an answer with `ErrorStrategy.CONTINUE_ON_ERROR`. */
  export interface OrchestratorResponse {
    uuid: string;
    body?: unknown;
    headers?: Record<string, string> | undefined;
    statusCode?: number | undefined;
    error?: { code: string; message: string } | undefined;
  }

  export interface OrchestratorClient {
    /** `deadline` in milliseconds: 25,000 at most, and by default. */
    invoke(
      invocations: readonly OrchestratorInvocation[],
      deadline?: number,
      options?: OrchestratorOptions,
    ): Promise<OrchestratorResponse[]>;
  }
}
