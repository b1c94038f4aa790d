import type { RealmHooks } from '../hooks.ts';
import { CsdsClient } from './access/csds-client.ts';
import { createLpClientV2 } from './access/lp-client-v2.ts';
import { lpRequest } from './access/lp-request.ts';
import { type Access, Tokens, defaultAppKey } from './access/tokens.ts';
import { ContextServiceClient } from './context/context-service-client.ts';
import { ConversationUtilV2 } from './conversation/conversation-util-v2.ts';
import { GdprUtilV2 } from './conversation/gdpr-util-v2.ts';
import { SdeUtilV2 } from './conversation/sde-util-v2.ts';
import { OrchestratorError, ToolBeltError } from './errors.ts';
import { brandId } from './host/brand.ts';
import { LpMtlsClient } from './mtls/lp-mtls-client.ts';
import { MtlsClient } from './mtls/mtls-client.ts';
import type { ClientTls } from './mtls/pem.ts';
import { ConversationContentTypes } from '../../../platform/conversation-content.ts';
import { ErrorCodes } from './names/error-codes.ts';
import { ErrorStrategy } from './names/error-strategy.ts';
import { lpServices } from './names/lp-services.ts';
import { sdeTypes } from './names/sde-types.ts';
import { OrchestratorClient } from './orchestrator/orchestrator-client.ts';
import { createSfClient } from './salesforce.ts';
import { SecretCache } from './secrets/secret-cache.ts';
import { SecretClientV2 } from './secrets/secret-client-v2.ts';

/** All that `core-functions-toolbelt` hands out; `load` is the function's own `require`. */
export function createToolbeltV2(hooks: RealmHooks, load: (name: string) => unknown) {
  const csds = new CsdsClient(hooks);
  const globalSecretCache = new SecretCache(hooks);
  const access: Access = { hooks, csds, secrets: new SecretClientV2(hooks, globalSecretCache, true) };
  const Toolbelt = {
    CsdsClient: () => csds,
    LpClient: () => createLpClientV2(access),
    LPMtlsClient: () => new LpMtlsClient(access),
    ConversationUtil: () => new ConversationUtilV2(lpRequest(access)),
    SDEUtil: () => new SdeUtilV2(lpRequest(access)),
    GDPRUtil: () => new GdprUtilV2(hooks, csds),
    SFClient: () => createSfClient('v2', load),
    MTLSClient: (client: ClientTls) => new MtlsClient(hooks, client),
    OrchestratorClient: () => orchestrator(access),

    SecretClient: (options?: { cache?: { ttl?: number } }) => {
      if (options?.cache?.ttl) globalSecretCache.setDefaultTtl(options.cache.ttl);
      return new SecretClientV2(hooks, globalSecretCache);
    },

    /**
     * The source takes the key; the documentation's snippets give `{ accountId, apiKey }`, as on v1. Both are taken,
     * because nobody outside knows which of the two the platform runs.
     */
    ContextServiceClient: (key: string | { apiKey?: string }) => {
      const apiKey = typeof key === 'object' ? key?.apiKey : key;
      if (!apiKey) throw new Error('No valid API-key was provided');
      return new ContextServiceClient({ hooks, csds, accountId: brandId('v2'), apiKey });
    },
  };
  return {
    Toolbelt,
    LpServices: lpServices.v2,
    ConversationContentTypes,
    SDETypes: sdeTypes.v2,
    ErrorStrategy,
    ErrorCodes,
    ToolBeltError,
    globalSecretCache,
  };
}

function orchestrator(access: Access): OrchestratorClient {
  const { Format: format, Failure: failure } = ErrorCodes.OrchestratorFN.Creds;
  const tokens = new Tokens(access, { error: orchestratorError, format, failure });
  return new OrchestratorClient({ ...access, authorization: () => tokens.header(defaultAppKey) });
}

function orchestratorError(code: string, message: string): OrchestratorError {
  return new OrchestratorError(code, message);
}
