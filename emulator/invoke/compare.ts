import { type Failure, failureCodes } from '../platform/failures.ts';
import { type Difference, differences } from './differences.ts';
import type { InvocationError, InvocationRecord } from './record.ts';

/**
 * What two runs did differently: outcome, answer, error, logs, calls and changes in the account. Times, memory, places in
 * the source and the error codes, of which each generation has its own, are left out.
 */
export function compareRecords(before: InvocationRecord, after: InvocationRecord): Difference[] {
  return differences(comparable(before), comparable(after));
}

function comparable(record: InvocationRecord): Record<string, unknown> {
  const { outcome, error, logs, calls, services } = record;
  return {
    outcome,
    ...('result' in record ? { result: record.result } : {}),
    ...(error && { error: comparableError(error) }),
    logs: logs.map(({ level, message, extras }) => ({ level, message, extras })),
    calls: calls.map(({ method, url, status, source, error: reason }) => ({
      method,
      url,
      status,
      source,
      ...(reason === undefined ? {} : { error: reason }),
    })),
    services: services.map(({ at: _at, ...change }) => change),
  };
}

/** The words of a limit or a kill are the emulator's own, with figures of the generation in them. */
const ownWords: readonly Failure[] = ['threw', 'runtime'];

function comparableError({ code, message }: InvocationError): Record<string, unknown> {
  const kind = kindOf(code);
  return kind === undefined || ownWords.includes(kind) ? { kind: kind ?? code, message } : { kind };
}

function kindOf(code: string): Failure | undefined {
  const kinds = Object.keys(failureCodes) as Failure[];
  return kinds.find((kind) => Object.values(failureCodes[kind]).includes(code));
}
