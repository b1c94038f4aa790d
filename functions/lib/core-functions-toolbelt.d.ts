/**
 * The platform's toolbelt by its v2 name; `lpf-bundle` writes the name of the generation at hand, and what v1 does
 * differently is in lp-faas-toolbelt.d.ts. Neither package is on npm, so the types come with the project.
 * Sources: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt,
 * developers.liveperson.com/liveperson-functions-toolbelt-documentation-toolbelt.html.
 */
declare module 'core-functions-toolbelt' {
  /** What a client throws; `code` is one of `ErrorCodes`. */
  export class ToolBeltError extends Error {
    constructor(component: string | undefined, code: string, message: string);
    /** The client that threw, such as `LpClient`. */
    component: string;
    code: string;
  }

  /** What SecretClient throws. Told by its code: the class itself is not handed out. */
  export interface SecretError extends ToolBeltError {
    originalBody?: string;
  }

  /** What MTLSClient and LPMtlsClient throw. Told by its code: the class itself is not handed out. */
  export interface MTLSError extends ToolBeltError {
    /** What the other side answered, where it did. */
    originalBody?: string;
  }

  /** What OrchestratorClient throws. Told by its code: the class itself is not handed out. */
  export interface OrchestratorError extends ToolBeltError {
    statusCode?: number;
    originalError?: unknown;
    headers?: Record<string, string>;
  }

  /** What ContextServiceClient throws; its code starts with `com.liveperson.context-service-sdk.`. */
  export interface ContextServiceError extends Error {
    code: string;
  }

  /** A secret of the account. JSON secrets arrive as objects, plain ones as text. */
  export interface Secret {
    key: string;
    value: unknown;
  }

  /** v2 only, v1 ignores it. */
  export interface SecretOptions {
    /** Whether to read from the instance's cache; default true. */
    useCache?: boolean;
    /** Milliseconds to wait; default 5000. */
    timeout?: number;
  }

  /** The account's secret storage, with what was read kept for five minutes; v1 keeps nothing. */
  export interface SecretClient {
    /** Rejects when there is no such secret (`com.liveperson.faas.secret.not-found`) or it cannot be read. */
    readSecret(key: string, options?: SecretOptions): Promise<Secret>;
    /** Secrets can be changed from a function but not created; 16,384 characters as JSON at most, on v1 10,000. */
    updateSecret(secret: Secret, options?: SecretOptions): Promise<Secret>;
  }

  /** A secret as it is kept: its value as the storage holds it, mostly JSON. */
  export interface CachedSecret {
    key: string;
    value: string;
  }

  /** What is kept of secrets; one for the whole instance. */
  export interface SecretCache {
    get(key: string): CachedSecret | null;
    /** `ttl` in milliseconds. */
    set(key: string, secret: CachedSecret, ttl?: number): void;
    has(key: string): boolean;
    delete(key: string): boolean;
    clear(): void;
    size(): number;
    /** Every entry, those past their time too. */
    getAll(): CachedSecret[];
    setDefaultTtl(milliseconds: number): void;
  }

  export const globalSecretCache: SecretCache;

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
    body: Buffer;
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

  /** A client certificate, its key and, for a server whose certificate nobody else vouches for, that of its CA; PEM. */
  export interface ClientTls {
    cert: string | Buffer;
    key: string | Buffer;
    ca?: string | Buffer;
  }

  export interface LpMtlsOptions {
    /** Milliseconds. */
    timeout?: number;
    /** Whether the body is sent as JSON, and the answer parsed where it can be. */
    json?: boolean;
  }

  export interface MtlsOptions extends LpMtlsOptions {
    allowSelfSigned?: boolean;
  }

  export interface MtlsResponse {
    statusCode: number;
    headers: Record<string, string>;
    body?: unknown;
  }

  /** Text, bytes, or with `json: true` anything that JSON carries. */
  export type MtlsBody = Exclude<RequestInit['body'], undefined> | Record<string, unknown>;

  type MtlsRequest<Options> = (
    url: string,
    headers?: Record<string, string>,
    body?: MtlsBody,
    options?: Options,
  ) => Promise<MtlsResponse>;

  type MtlsBodilessRequest = (
    url: string,
    headers?: Record<string, string>,
    options?: MtlsOptions,
  ) => Promise<MtlsResponse>;

  export interface MTLSClient {
    get: MtlsRequest<MtlsOptions>;
    post: MtlsRequest<MtlsOptions>;
    put: MtlsRequest<MtlsOptions>;
    delete: MtlsRequest<MtlsOptions>;
    patch: MtlsRequest<MtlsOptions>;
    head: MtlsBodilessRequest;
    options: MtlsBodilessRequest;
  }

  /** LivePerson's own mTLS service, which an account has to be onboarded for; v2 only. */
  export interface LPMtlsClient {
    get: MtlsRequest<LpMtlsOptions>;
    post: MtlsRequest<LpMtlsOptions>;
  }

  export interface SalesforceParameters {
    loginUrl: string;
    accessToken?: string;
    refreshToken?: string;
    [parameter: string]: unknown;
  }

  /** Every client is made by a static method, without `new`. */
  export class Toolbelt {
    private constructor();
    /** `cache.ttl`: milliseconds to keep a secret, for the whole instance. */
    static SecretClient(options?: { cache?: { ttl?: number } }): SecretClient;
    static LpClient(): LpClient;
    /** v2 only. */
    static CsdsClient(): CsdsClient;
    static ConversationUtil(): ConversationUtil;
    static SDEUtil(): SDEUtil;
    static GDPRUtil(): GDPRUtil;
    /** The key of the Context Session Store. v1 takes `{ accountId, apiKey }` instead. */
    static ContextServiceClient(apiKey: string): ContextServiceClient;
    static OrchestratorClient(): OrchestratorClient;
    static MTLSClient(client: ClientTls): MTLSClient;
    /** v2 only. */
    static LPMtlsClient(): LPMtlsClient;
    /** @deprecated On v2 use `Connection` of `@jsforce/jsforce-node`. */
    static SFClient(): { connectToSalesforce(params: SalesforceParameters): unknown };
  }

  export const LpServices: {
    readonly MSG_HIST: 'msgHist';
    readonly AGENT_VEP: 'agentVep';
    readonly ACCOUNT_CONFIG_READ_ONLY: 'accountConfigReadOnly';
    readonly ACCOUNT_CONFIG_READ_WRITE: 'accountConfigReadWrite';
    readonly ASYNC_MESSAGING: 'asyncMessaging';
    readonly ASYNC_MESSAGING_EN: 'asyncMessagingEnt';
    readonly ENG_HIST_DOMAIN: 'engHistDomain';
    readonly RTBF: 'rtbf';
    readonly AUDITLOG: 'auditLog';
    readonly SMT: 'smt';
    readonly PUSHER: 'pusher';
    readonly LE_DATA_REPORTING: 'leDataReporting';
    readonly MSG_EWT_API: 'msgEwtAPI';
    readonly MSDKGW: 'msdkgw';
  };
  export type LpServices = (typeof LpServices)[keyof typeof LpServices];

  export const ConversationContentTypes: {
    readonly INFO: 'info';
    readonly SDES: 'sdes';
    readonly UNAUTH_SDES: 'unAuthSdes';
    readonly CAMPAIGN: 'campaign';
    readonly MESSAGE_RECORDS: 'messageRecords';
    readonly AGENT_PARTICIPANTS: 'agentParticipants';
    readonly AGENT_PARTICIPANTS_ACTIVE: 'agentParticipantsActive';
    readonly CONSUMER_PARTICIPANTS: 'consumerParticipants';
    readonly TRANSFERS: 'transfers';
    readonly INTERACTIONS: 'interactions';
    readonly MESSAGE_SCORES: 'messageScores';
    readonly MESSAGE_STATUSES: 'messageStatuses';
    readonly SKILL_CHANGES: 'skillChanges';
    readonly CONVERSATION_SURVEYS: 'conversationSurveys';
    readonly AGENT_PARTICIPANTS_LEAVE: 'agentParticipantsLeave';
    readonly COBROWSE_SESSIONS: 'coBrowseSessions';
    readonly SUMMARY: 'summary';
    readonly MONITORING: 'monitoring';
    readonly DIALOGS: 'dialogs';
    readonly RESPONSE_TIME: 'responseTime';
    readonly INTENTS: 'intents';
    readonly UNIQUE_INTENTS: 'uniqueIntents';
    readonly LATEST_AGENT_SURVEY: 'latestAgentSurvey';
    readonly PREVIOUSLY_SUBMITTED_AGENT_SURVEYS: 'previouslySubmittedAgentSurveys';
  };
  export type ConversationContentTypes =
    (typeof ConversationContentTypes)[keyof typeof ConversationContentTypes];

  export const SDETypes: {
    readonly CART: 'cart';
    readonly TRANSACTION: 'purchase';
    readonly VIEWED_PRODUCT: 'prodView';
    readonly CUSTOMER_INFO: 'ctmrinfo';
    readonly MARKETING_SOURCE: 'mrktInfo';
    readonly PERSONAL_INFO: 'personal';
    readonly LEAD: 'lead';
    readonly SERVICE_ACTIVITY: 'service';
    readonly VISITOR_ERROR: 'error';
    readonly SEARCHED_CONTENT: 'searchInfo';
    /** v2 only. */
    readonly ORDER_ID: 'orderId';
  };
  export type SDETypes = (typeof SDETypes)[keyof typeof SDETypes];

  /** v2 only. */
  export const ErrorStrategy: {
    /** The first call that fails ends all of them. */
    readonly EXIT_ON_ERROR: 'ExitOnError';
    /** A call that fails leaves its `error` in the answer. */
    readonly CONTINUE_ON_ERROR: 'ContinueOnError';
  };
  export type ErrorStrategy = (typeof ErrorStrategy)[keyof typeof ErrorStrategy];

  /** Every code that a client throws, but those of the Context Session Store. */
  export const ErrorCodes: {
    readonly Platform: { readonly Secret: { readonly NoToken: string } };
    readonly Secret: {
      readonly Invalid: string;
      readonly Failure: string;
      readonly Timeout: string;
      readonly NotFound: string;
      readonly AuthFailure: string;
      readonly SystemSecret: string;
    };
    readonly Csds: { readonly NotFound: string; readonly Failure: string };
    readonly Mtls: {
      readonly General: string;
      readonly Remote: string;
      readonly Missing: string;
      readonly Invalid: { readonly Key: string; readonly Cert: string };
      readonly BadRequest: string;
      readonly Creds: { readonly Format: string; readonly Failure: string };
      readonly Timeout: string;
    };
    readonly OAuth2: { readonly General: string; readonly UnexpectedResponse: string };
    readonly LpClient: { readonly Creds: { readonly Format: string; readonly Failure: string } };
    readonly ConversationUtil: {
      readonly General: string;
      readonly NotFound: string;
      readonly UnexpectedResponse: string;
      readonly Timeout: string;
    };
    readonly GDPRUtil: {
      readonly General: string;
      readonly AuthFailure: string;
      readonly ReplaceFileFailed: string;
    };
    readonly SDEsUtil: { readonly General: string; readonly UnexpectedResponse: string };
    readonly OrchestratorFN: {
      readonly General: string;
      readonly Timeout: string;
      readonly Invocation: { readonly StatusError: string };
      readonly Creds: { readonly Format: string; readonly Failure: string };
    };
  };
}
