/**
 * The platform's toolbelt by its v1 name, for functions that are written for v1 alone. What both generations have is in
 * core-functions-toolbelt.d.ts. Neither package is on npm, so the types come with the project.
 * Sources: developers.liveperson.com/liveperson-functions-toolbelt-documentation-toolbelt.html,
 * github.com/LivePersonInc/faas-cli (branch legacy) src/shared/lp-faas-toolbelt.
 */
declare module 'lp-faas-toolbelt' {
  import type {
    Bytes,
    ClientTls,
    ContextServiceClient,
    ConversationUtil,
    GDPRUtil,
    MTLSClient,
    OrchestratorClient,
    SDEUtil,
    SalesforceParameters,
    Secret,
    ConversationContentTypes as ContentTypes,
    ErrorCodes as Codes,
    ErrorStrategy as Strategy,
    LpServices as Services,
    SDETypes as Types,
  } from 'core-functions-toolbelt';

  /** A value of a query or a form; objects and lists are written with brackets. */
  export type QueryValue =
    string | number | boolean | null | undefined | QueryValue[] | { [key: string]: QueryValue };

  /** A field of a multipart form. */
  export type FormField =
    | string
    | number
    | Bytes
    | { value: string | number | Bytes; options?: { filename?: string; contentType?: string } }
    | FormField[];

  /** How Node turns bytes into text. */
  export type Encoding =
    | 'ascii'
    | 'base64'
    | 'base64url'
    | 'binary'
    | 'hex'
    | 'latin1'
    | 'ucs-2'
    | 'ucs2'
    | 'utf-16le'
    | 'utf-8'
    | 'utf16le'
    | 'utf8';

  /** The options of request-promise that mean something on the platform. */
  export interface HttpOptions {
    url?: string | { href: string };
    uri?: string | { href: string };
    baseUrl?: string;
    method?: string;
    headers?: Record<string, string>;
    /** Text or a Buffer; with `json: true` anything that JSON carries. */
    body?: unknown;
    form?: string | Record<string, QueryValue>;
    formData?: Record<string, FormField>;
    qs?: Record<string, QueryValue>;
    /** Whether a list in `qs` is written `a=1&a=2`, and not `a[0]=1&a[1]=2`. */
    useQuerystring?: boolean;
    /** `true`, or a body: sent as JSON, and the answer is parsed if it can be. */
    json?: unknown;
    auth?: {
      user?: string;
      username?: string;
      pass?: string;
      password?: string;
      bearer?: string | (() => string);
    };
    /** `null` for a Buffer; UTF-8 where it is missing. */
    encoding?: Encoding | null;
    /** Milliseconds until the answer begins. */
    timeout?: number;
    /** Whether a status other than 2xx rejects; default true. */
    simple?: boolean;
    /** Whether the answer has its status and headers around its body; default false. */
    resolveWithFullResponse?: boolean;
    followRedirect?: boolean | ((response: HttpResponse) => boolean);
    /** Whether redirects are followed for other methods than GET and HEAD too; default false. */
    followAllRedirects?: boolean;
    followOriginalHttpMethod?: boolean;
    /** Default 10. */
    maxRedirects?: number;
    removeRefererHeader?: boolean;
    /** Makes the answer of what came. */
    transform?: (body: unknown, response: HttpResponse, resolveWithFullResponse: boolean) => unknown;
    transform2xxOnly?: boolean;
    /** Options that concern sockets, proxies and certificates. */
    [option: string]: unknown;
  }

  /** The answer with `resolveWithFullResponse`. */
  export interface HttpResponse {
    statusCode: number;
    statusMessage: string;
    headers: Record<string, string | string[] | undefined>;
    body: unknown;
  }

  /** Which answer there is depends on the options: `(await http(url, { json: true })) as Order`. */
  export interface HTTPClient {
    (url: string, options?: HttpOptions): Promise<unknown>;
    (options: HttpOptions): Promise<unknown>;
  }

  /** A LivePerson service by its name in CSDS: one of `LpServices`, or any other. */
  export type LpService = LpServices | (string & {});

  /** As for HTTPClient, and the secret that holds `{ consumerKey, consumerSecret, token, tokenSecret }`. */
  export interface LpClientOptions extends HttpOptions {
    /** Default `lp-faas-default-app-key`. */
    appKeySecretName?: string;
  }

  /** Calls a LivePerson service with a signature; the host comes from CSDS. `options` has to be given, `{}` at least. */
  export type LpClient = (service: LpService, path: string, options: LpClientOptions) => Promise<unknown>;

  /** The account's secret storage; every read asks it. */
  export interface SecretClient {
    /** Rejects with a `SecretError` when there is no such secret. */
    readSecret(key: string): Promise<Secret>;
    /** Secrets can be changed from a function but not created; 10,000 characters as JSON at most. */
    updateSecret(secret: Secret): Promise<Secret>;
    getUsedSecrets(): Secret[];
  }

  /** What SecretClient throws; `code` is one of `ErrorCodes.Secret`. */
  export class SecretError extends Error {
    constructor(code: string, message: string);
    code: string;
  }

  /** Every client is made by a static method, without `new`. */
  export class Toolbelt {
    private constructor();
    static HTTPClient(): HTTPClient;
    static SecretClient(): SecretClient;
    static LpClient(): LpClient;
    static ConversationUtil(): ConversationUtil;
    static SDEUtil(): SDEUtil;
    static GDPRUtil(): GDPRUtil;
    static ContextServiceClient(config: { accountId: string; apiKey: string }): ContextServiceClient;
    static OrchestratorClient(): OrchestratorClient;
    static MTLSClient(client: ClientTls): MTLSClient;
    /** `connectToSalesforce` makes a `Connection` of jsforce. */
    static SFClient(): { connectToSalesforce(params: SalesforceParameters): unknown };
  }

  export const LpServices: Omit<typeof Services, 'AUDITLOG'> & { readonly AUDITLOG: 'auditlog' };
  export type LpServices = (typeof LpServices)[keyof typeof LpServices];

  export const ConversationContentTypes: typeof ContentTypes;
  export type ConversationContentTypes = ContentTypes;

  export const SDETypes: Omit<typeof Types, 'ORDER_ID'>;
  export type SDETypes = (typeof SDETypes)[keyof typeof SDETypes];

  export const ErrorStrategy: typeof Strategy;
  export type ErrorStrategy = Strategy;

  export const ErrorCodes: Pick<typeof Codes, 'Platform' | 'Csds'> & {
    readonly Secret: Omit<(typeof Codes)['Secret'], 'Timeout' | 'SystemSecret'>;
  };
}
