/**
 * The platform's toolbelt by its v2 name; `lpf-bundle` writes the name of the generation at hand, and what v1 does
 * differently is in lp-faas-toolbelt.d.ts. Neither package is on npm, so the types come with the project.
 * Sources: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt,
 * developers.liveperson.com/liveperson-functions-toolbelt-documentation-toolbelt.html.
 */
declare module 'core-functions-toolbelt' {
  /** A Buffer of Node, told from other bytes by a method, so that a project needs none of Node's own types. */
  export interface Bytes extends Uint8Array {
    readUInt8(offset?: number): number;
  }

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
}
