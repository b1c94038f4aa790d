/** The constants that both packages hand out. Sources: as for core-functions-toolbelt.d.ts. */
declare module 'core-functions-toolbelt' {
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
