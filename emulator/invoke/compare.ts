import { isHostOf } from '../platform/account-services.ts';
import { type Failure, failureCodes } from '../platform/failures.ts';
import { type Difference, differences } from './differences.ts';
import type { InvocationError, InvocationRecord, OutboundCall } from './record.ts';

/**
 * What two runs did differently: outcome, answer, error, logs, calls, changes in the account, and the same of the
 * functions that were called. Times, memory and places in the source are left out, and so is what always differs from
 * one generation to the other: error codes, and how each toolbelt gets its token and reaches other functions.
 */
export function compareRecords(before: InvocationRecord, after: InvocationRecord): Difference[] {
  const [one, other] = [comparable(before), comparable(after)];
  return parts.flatMap((part) => differences(only(one, part), only(other, part)));
}

/** What is compared, in the order in which differences are told. */
const parts = ['outcome', 'result', 'error', 'logs', 'calls', 'services', 'called'] as const;

function only(value: Record<string, unknown>, part: string): Record<string, unknown> {
  return part in value ? { [part]: value[part] } : {};
}

function comparable(record: InvocationRecord): Record<string, unknown> {
  const { outcome, error, logs, calls, services, called = [] } = record;
  return {
    outcome,
    ...('result' in record ? { result: record.result } : {}),
    ...(error && { error: comparableError(error) }),
    logs: logs.map(({ level, message, extras }) => ({ level, message, extras })),
    calls: calls.flatMap(comparableCall),
    services: services.map(({ at: _at, ...change }) => change),
    // Functions that are called at once are done in any order.
    called: called
      .toSorted((one, other) => (one.function < other.function ? -1 : 1))
      .map((each) => ({ function: each.function, ...comparable(each) })),
  };
}

/** What went wrong with a call hangs on its timing, and is left out: its status tells enough. */
function comparableCall({ method, url, status, source }: OutboundCall): Record<string, unknown>[] {
  const host = source === 'service' && URL.canParse(url) ? new URL(url).hostname : '';
  if (isHostOf('sentinel', host)) return [];
  return [{ method, url: isHostOf('faasGW', host) ? 'another function' : url, status, source }];
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
