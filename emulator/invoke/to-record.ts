import { randomUUID } from 'node:crypto';
import type { Bundle } from '../bundle/bundle.ts';
import type { Finding } from '../errors.ts';
import type { Limits } from '../platform/limits.ts';
import type { Payload } from '../payload/payload.ts';
import type { CallReport } from '../runtime/instance.ts';
import type { ChildCall, Engine } from '../runtime/protocol.ts';
import type { RuntimeReport } from '../runtime/runtime.ts';
import type { StackReader } from './frames.ts';
import { type Seen, readEnd } from './outcome.ts';
import type { InvocationRecord, LogEntry, Memory, OutboundCall, Timings } from './record.ts';
import { judgeRun } from './verdict.ts';

/** What is known of an invocation before it runs. */
export interface Known {
  bundle: Bundle;
  event: string | null;
  payload: Payload;
  engine: Engine;
  limits: Limits;
  stack: StackReader;
}

/** The record of one call; `judge` holds its answer against the contract of the event's caller. */
export async function toRecord(
  report: RuntimeReport,
  known: Known,
  judge: (json: string | undefined, result: unknown) => Promise<Finding[]>,
): Promise<InvocationRecord> {
  const { bundle, event, payload, engine, limits, stack } = known;
  const seen = readEnd(report.end, { generation: bundle.generation, limits, stack });
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
    ...(seen.json === undefined ? {} : { result: JSON.parse(seen.json) as unknown }),
    ...(seen.error && { error: seen.error }),
    logs: report.logs.map((log): LogEntry => ({ ...log, extras: JSON.parse(log.extras) as unknown[] })),
    calls: report.calls.map((call) => toCall(call, report.elapsed)),
    services: [],
    timings: toTimings(report, limits.cpu),
    memory: toMemory(report),
  };
  const contract =
    seen.outcome === 'ok' && seen.tooLarge === undefined ? await judge(seen.json, record.result) : [];
  const findings = [...judgeRun(record, evidence(report, seen, known)), ...contract];
  return { ...record, verdict: { pass: findings.every(({ severity }) => severity !== 'error'), findings } };
}

function evidence({ end, calls }: RuntimeReport, { losses, tooLarge }: Seen, { limits, payload }: Known) {
  return {
    limits,
    losses,
    tooLarge,
    answers: end.kind === 'answer' ? end.message.answers : 0,
    mocks: payload.mocks,
    usedMocks: new Set(calls.flatMap(({ mock }) => (mock === null ? [] : [mock]))),
  };
}

/** A request that is still open when the call ends has lasted until then. */
function toCall({ key: _key, mock: _mock, duration, ...call }: ChildCall, elapsed: number): OutboundCall {
  if (duration !== null) return { ...call, duration };
  return { ...call, duration: Math.max(0, elapsed - call.start), error: 'in flight when the call ended' };
}

/**
 * A killed instance told nothing of its CPU time: it counts as busy for the whole time, less what its outbound calls
 * took.
 */
function toTimings({ end, calls, elapsed, coldStart }: RuntimeReport, cpu: number): Timings {
  if (end.kind === 'answer') {
    const { wall, active, waiting } = end.message.measures;
    return { coldStart, wall, active, waiting, projected: waiting + active / cpu };
  }
  const waiting = Math.min(elapsed, outboundTime({ calls, elapsed }));
  const active = elapsed - waiting;
  return { coldStart, wall: elapsed, active, waiting, projected: waiting + active / cpu };
}

function outboundTime({ calls, elapsed }: Pick<CallReport, 'calls' | 'elapsed'>): number {
  return calls.reduce((sum, { start, duration }) => sum + (duration ?? elapsed - start), 0);
}

function toMemory({ end }: RuntimeReport): Memory {
  if (end.kind === 'answer') {
    return { heapPeak: end.message.measures.heap, externalPeak: end.message.measures.external };
  }
  return { heapPeak: end.kind === 'memory' ? (end.resident ?? 0) : 0, externalPeak: 0 };
}
