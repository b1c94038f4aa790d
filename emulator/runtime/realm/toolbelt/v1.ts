import type { RealmHooks } from '../hooks.ts';
import { CsdsClient } from './access/csds-client.ts';
import { type AccessV1, appKey, createLpClientV1, sign } from './access/lp-client-v1.ts';
import { ContextServiceClient } from './context/context-service-client.ts';
import { ConversationUtilV1 } from './conversation/conversation-util-v1.ts';
import { GdprUtilV1 } from './conversation/gdpr-util-v1.ts';
import { SdeUtilV1 } from './conversation/sde-util-v1.ts';
import { SecretError } from './errors.ts';
import { createHttpClient } from './http/http-client.ts';
import { MtlsClient } from './mtls/mtls-client.ts';
import type { ClientTls } from './mtls/pem.ts';
import { ConversationContentTypes } from '../../../platform/conversation-content.ts';
import { ErrorCodes, errorCodesOfV1 } from './names/error-codes.ts';
import { ErrorStrategy } from './names/error-strategy.ts';
import { lpServices } from './names/lp-services.ts';
import { sdeTypes } from './names/sde-types.ts';
import { OrchestratorClient } from './orchestrator/orchestrator-client.ts';
import { createSfClient } from './salesforce.ts';
import { SecretClientV1 } from './secrets/secret-client-v1.ts';

/** Source: developers.liveperson.com/liveperson-functions-provisioning.html. */
const orchestratorKey = 'lp-faas-orchestrator-app-key';

/** All that `lp-faas-toolbelt` hands out; `load` is the function's own `require`. */
export function createToolbeltV1(hooks: RealmHooks, load: (name: string) => unknown) {
  const csds = new CsdsClient(hooks);
  const http = createHttpClient(hooks, load);
  const access = (): AccessV1 => ({ hooks, csds, secrets: new SecretClientV1(hooks), http, load });
  const Toolbelt = {
    HTTPClient: () => http,
    SecretClient: () => new SecretClientV1(hooks),
    LpClient: () => createLpClientV1(access()),
    ConversationUtil: () => new ConversationUtilV1(createLpClientV1(access())),
    SDEUtil: () => new SdeUtilV1(createLpClientV1(access())),
    GDPRUtil: () => new GdprUtilV1(csds, http),
    SFClient: () => createSfClient('v1', load),
    MTLSClient: (client: ClientTls) => new MtlsClient(hooks, client),

    ContextServiceClient: (config: { accountId: string; apiKey: string }) => {
      if (!config) throw new Error('No valid configuration was provided');
      const { accountId, apiKey } = config;
      if (!apiKey) throw new Error('No valid API-key was provided');
      if (!accountId) throw new Error('No valid accountId was provided');
      return new ContextServiceClient({ hooks, csds, accountId, apiKey });
    },

    OrchestratorClient: () => {
      const { secrets } = access();
      const authorization = async (request: { method: string; url: string }): Promise<string> =>
        sign({ load }, request, await appKey(secrets, orchestratorKey, ErrorCodes.OrchestratorFN.Creds));
      return new OrchestratorClient({ hooks, csds, authorization });
    },
  };
  return {
    Toolbelt,
    LpServices: lpServices.v1,
    ConversationContentTypes,
    SDETypes: sdeTypes.v1,
    ErrorCodes: errorCodesOfV1,
    ErrorStrategy,
    SecretError,
  };
}
