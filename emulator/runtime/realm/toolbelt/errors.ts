// The classes name themselves: the build makes names short, and a function's error is told by the name of its class.

/** What the clients of v2 throw. Source: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/errors. */
export class ToolBeltError extends Error {
  static override readonly name: string = 'ToolBeltError';
  component: string;
  code: string;

  constructor(component = 'General', code: string, message: string) {
    super(message);
    this.component = component;
    this.code = code;
  }
}

/** What the mTLS clients throw; `originalBody` is what the other side said. */
export class MTLSError extends ToolBeltError {
  static override readonly name = 'MTLSError';
  originalBody: string | undefined;

  constructor(component: string, code: string, message: string, originalBody?: string) {
    super(component, code, message);
    this.originalBody = originalBody;
  }
}

/** What the other side of a function's invocation said, where it said something. */
export interface OrchestratorAnswer {
  statusCode: number;
  originalError: string;
  headers: Record<string, string>;
}

/** What OrchestratorClient throws. */
export class OrchestratorError extends ToolBeltError {
  static override readonly name = 'OrchestratorError';
  statusCode: number | undefined;
  originalError: unknown;
  headers: Record<string, string> | undefined;

  constructor(code: string, message: string, answer?: OrchestratorAnswer) {
    super('Orchestrator-FN', code, message);
    this.statusCode = answer?.statusCode;
    this.originalError = answer?.originalError;
    this.headers = answer?.headers;
  }
}

/** What the secret storage of v1 throws. */
export class SecretError extends Error {
  static override readonly name: string = 'SecretError';
  code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What other clients of v1 throw where there is a code. */
export class InternalError extends SecretError {
  static override readonly name = 'InternalError';
}

/** What ContextServiceClient throws. Source: as above, context-service-client/context-service-sdk. */
export class SDKError extends Error {
  static override readonly name = 'SDKError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }

  override toString(): string {
    return `SDKError: ${this.code} ${this.message}`;
  }
}

/** What was thrown, in words; anything can be thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : 'unknown';
}
