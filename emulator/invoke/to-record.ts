import { randomUUID } from 'node:crypto';
import type { Bundle } from '../bundle/bundle.ts';
import type { Finding } from '../errors.ts';
import type { Limits } from '../platform/limits.ts';
import type { Payload } from '../payload/payload.ts';
import { abandoned, gaveUp, type OutboundTrace, type Outside } from '../runtime/outside.ts';
import type { ChildLog, Engine } from '../runtime/protocol.ts';
import type { RuntimeReport } from '../runtime/runtime.ts';
import type { ServiceChange } from '../services/change.ts';
import type { CalledFunctions, NestedRun } from './called.ts';
import type { StackReader } from './frames.ts';
import { type Seen, endOf, readEnd } from './outcome.ts';
import type { InvocationRecord, LogEntry, Memory, OutboundCall, Timings } from './record.ts';
import type { Scrubber } from './secrets.ts';
import { judgeRun } from './verdict.ts';

/** What is known of an invocation before it runs. */
export interface Known {
  bundle: Bundle;
  event: string | null;
  payload: Payload;
  engine: Engine;
  limits: Limits;
  stack: StackReader;
  /** What the function reached outside of itself. */
  outside: Pick<Outside, 'calls' | 'changes' | 'absentSecrets'>;
  /** The functions that it called, and what came of it. */
  called: Pick<CalledFunctions, 'records' | 'findings' | 'usedMocks'>;
  /** Whether its mocks are those of other calls too: whether all of them are used is not for this one to say. */
  borrowed: boolean;
  /** Keys of the project's secrets. */
  secretKeys: readonly string[];
  /** Keeps the project's secrets out of the record. */
  scrubber: Scrubber;
}

/** What came of one call, its record above all; `judge` holds its answer against the contract of the event's caller. */
export async function toRun(
  report: RuntimeReport,
  known: Known,
  judge: (json: string | undefined, result: unknown) => Promise<Finding[]>,
): Promise<NestedRun> {
  const { bundle, event, payload, engine, limits, stack, outside, called, scrubber } = known;
  const { calls, changes } = outside;
  const seen = readEnd(report.end, { generation: bundle.generation, limits, stack });
  const { result } = seen;
  const usedMocks = new Set([...mocksUsedIn(calls), ...called.usedMocks]);
  const record: Omit<InvocationRecord, 'verdict'> = {
    id: randomUUID(),
    function: bundle.function,
    generation: bundle.generation,
    engine,
    event,
    payload: payload.name,
    bundle: { hash: bundle.hash, characters: bundle.characters },
    start: report.start,
    outcome: seen.outcome,
    ...(seen.json === undefined ? {} : { result: scrubber.scrubData(result, 'answer', seen.json) }),
    ...(seen.error && { error: { ...seen.error, message: scrubber.scrub(seen.error.message, 'error') } }),
    logs: report.logs.map((log) => toLog(log, scrubber)),
    calls: calls.map((call) => toCall(call, report.elapsed, scrubber)),
    services: toServices(changes, scrubber),
    ...(called.records.length > 0 && { called: called.records }),
    timings: toTimings(report, limits.cpu),
    memory: toMemory(report),
  };
  const answered = seen.outcome === 'ok' && seen.tooLarge === undefined;
  const contract = answered ? await judge(seen.json, result) : [];
  // The answer is judged as it is, the words about it may hold what stands in it.
  const said = [
    ...judgeRun(record, evidence(report, seen, usedMocks, known)),
    ...contract,
    ...called.findings,
  ];
  const findings = [...said.map((finding) => scrubber.scrubFinding(finding)), ...scrubber.findings()];
  const verdict = { pass: findings.every(({ severity }) => severity !== 'error'), findings };
  return { record: { ...record, verdict }, end: endOf(seen), usedMocks };
}

function toLog({ message, extras, ...log }: ChildLog, scrubber: Scrubber): LogEntry {
  return {
    ...log,
    message: scrubber.scrub(message, 'log'),
    extras: scrubber.scrubData(JSON.parse(extras), 'log', extras) as unknown[],
  };
}

function evidence(
  { end }: RuntimeReport,
  { losses, tooLarge }: Seen,
  usedMocks: ReadonlySet<number>,
  { limits, payload, outside: { calls, absentSecrets }, secretKeys, borrowed }: Known,
) {
  return {
    limits,
    losses,
    tooLarge,
    answers: end.kind === 'answer' ? end.message.answers : 0,
    mocks: borrowed || payload.stock ? [] : payload.mocks,
    usedMocks,
    refusals: refusalsOf(calls),
    absentSecrets,
    secretKeys,
  };
}

/** What is to be said about refused requests, each thing once. */
function refusalsOf(calls: readonly OutboundTrace[]): Finding[] {
  const told = calls.flatMap(({ finding }) => finding ?? []);
  return [...new Map(told.map((finding) => [finding.code + finding.message, finding])).values()];
}

/** Indices of the mocks that answered. */
function mocksUsedIn(calls: readonly OutboundTrace[]): number[] {
  return calls.flatMap(({ mock }) => (mock === null ? [] : [mock]));
}

function toServices(changes: readonly ServiceChange[], scrubber: Scrubber): ServiceChange[] {
  if (changes.length === 0) return [];
  const json = JSON.stringify(changes);
  return scrubber.scrubData(JSON.parse(json), 'request', json) as ServiceChange[];
}

/** A request that is still open when the call ends has lasted until then. */
function toCall(trace: OutboundTrace, elapsed: number, scrubber: Scrubber): OutboundCall {
  const { mock: _mock, finding: _finding, signal, duration, error, ...rest } = trace;
  const call = { ...rest, url: scrubber.scrub(rest.url, 'request') };
  if (duration === null) {
    return {
      ...call,
      duration: Math.max(0, elapsed - call.start),
      error: signal?.reason === gaveUp ? abandoned : 'in flight when the call ended',
    };
  }
  return error === undefined
    ? { ...call, duration }
    : { ...call, duration, error: scrubber.scrub(error, 'request') };
}

/** A killed instance told nothing of what it did with its time. */
function toTimings({ end, elapsed, coldStart }: RuntimeReport, cpu: number): Timings {
  if (end.kind === 'answer') {
    const { wall, active, waiting } = end.message.measures;
    return { coldStart, wall, active, waiting, projected: waiting + active / cpu };
  }
  return { coldStart, wall: elapsed, active: null, waiting: null, projected: null };
}

function toMemory({ end }: RuntimeReport): Memory {
  if (end.kind === 'answer') {
    return { heapPeak: end.message.measures.heap, externalPeak: end.message.measures.external };
  }
  return { heapPeak: end.kind === 'memory' ? (end.resident ?? 0) : 0, externalPeak: 0 };
}
