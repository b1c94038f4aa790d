const code = (rest: string): string => `com.liveperson.faas.${rest}`;

/**
 * The codes of v2. Source: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/errors/errorCodes.ts.
 * v1 throws some of them without handing them out.
 */
export const ErrorCodes = {
  Platform: { Secret: { NoToken: code('handler.no-sa-token') } },
  Secret: {
    Invalid: code('secret.invalid-format'),
    Failure: code('secret.op-failed'),
    Timeout: code('secret.op-timed-out'),
    NotFound: code('secret.not-found'),
    AuthFailure: code('secret.auth-failed'),
    SystemSecret: code('secret.forbidden'),
  },
  Csds: { NotFound: code('csds.domain.not-found'), Failure: code('csds.op-failed') },
  Mtls: {
    General: code('mtls.general-issue'),
    Remote: code('mtls.remote-threw'),
    Missing: code('mtls.missing-conf'),
    Invalid: { Key: code('mtls.invalid-key'), Cert: code('mtls.invalid-cert') },
    BadRequest: code('mtls.invalid-request'),
    Creds: {
      Format: code('lp-mtls.credentials-wrong-format'),
      Failure: code('lp-mtls.get-credentials-failure'),
    },
    Timeout: code('mtls.request-timeout'),
  },
  OAuth2: {
    General: code('oauth2.general-issue'),
    UnexpectedResponse: code('oauth2.unexpected-response'),
  },
  LpClient: {
    Creds: {
      Format: code('lp-client.credentials-wrong-format'),
      Failure: code('lp-client.get-credentials-failure'),
    },
  },
  ConversationUtil: {
    General: code('conversation-util-general'),
    NotFound: code('conversation-util.conversation.not-found'),
    UnexpectedResponse: code('conversation-util.unexpected-response'),
    Timeout: code('conversation-util.timeout'),
  },
  GDPRUtil: {
    General: code('gdpr-util-general'),
    AuthFailure: code('gdpr-util.auth-failed'),
    ReplaceFileFailed: code('gdpr-util.replace-file-failed'),
  },
  SDEsUtil: {
    General: code('sdes-util-general'),
    UnexpectedResponse: code('sdes-util.unexpected-response'),
  },
  OrchestratorFN: {
    General: code('orchestrator-fn-general'),
    Timeout: code('orchestrator-fn.invoke.timeout'),
    Invocation: { StatusError: code('orchestrator-fn.invoke.status-code-error') },
    Creds: {
      Format: code('orchestrator-fn.credentials-wrong-format'),
      Failure: code('orchestrator-fn.get-credentials-failure'),
    },
  },
};

const { Invalid, Failure, NotFound, AuthFailure } = ErrorCodes.Secret;

/**
 * The codes that v1 hands out. Source: github.com/LivePersonInc/faas-cli (branch legacy)
 * src/shared/lp-faas-toolbelt/errors.
 */
export const errorCodesOfV1 = {
  Platform: ErrorCodes.Platform,
  Secret: { Invalid, Failure, NotFound, AuthFailure },
  Csds: ErrorCodes.Csds,
};
