/** The clients of other services. Sources: as for core-functions-toolbelt.d.ts. */
declare module 'core-functions-toolbelt' {
  /** A client certificate, its key and, for a server whose certificate nobody else vouches for, that of its CA; PEM. */
  export interface ClientTls {
    cert: string | Bytes;
    key: string | Bytes;
    ca?: string | Bytes;
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
}
