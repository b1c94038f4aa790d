import type { Finding } from '../../errors.ts';
import type { ConnectorError } from '../../platform/connector-errors.ts';

/** Why the connector cannot go on with what a bot does. */
export interface Failure {
  error: ConnectorError;
  message: string;
  /** What the contract has against the answer, where that is the reason. */
  findings: readonly Finding[];
}

/** A failure without findings. */
export function failure(error: ConnectorError, message: string): Failure {
  return { error, message, findings: [] };
}
