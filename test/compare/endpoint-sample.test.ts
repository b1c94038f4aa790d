import { endpointSample } from '../../emulator/compare/sides/endpoint-sample.ts';
import type { WireExchange } from '../../emulator/connector/bot/wire-exchange.ts';
import type { InvocationRecord } from '../../emulator/invoke/record.ts';

function exchange(over: Partial<WireExchange>): WireExchange {
  const durations = { auth: 0, connect: 1, server: 20 };
  return { purpose: 'event', method: 'POST', url: 'u', attempt: 1, status: 200, durations, ...over };
}

/** Of a call behind the service that waited for others so long, on an instance that took so long to start. */
function record(waiting: number, coldStart: number): InvocationRecord {
  const timings = { coldStart, wall: 0, active: 0, waiting, projected: 0 };
  return { timings } as InvocationRecord;
}

function sample(
  exchanges: readonly WireExchange[],
  { records = [], waited = 0 }: { records?: InvocationRecord[]; waited?: number } = {},
) {
  const reply = { kind: 'answer', answer: null, exchanges, waited } as const;
  return endpointSample(reply, { first: true, start: 'warm', records });
}

test('what the service tells of itself is its part, the rest is transport', () => {
  const told = exchange({ serverTiming: { auth: 2, store: 1, bot: 14 } });
  expect(sample([told], { records: [record(10, 0)] }).parts).toEqual({
    start: null,
    transport: 4,
    auth: 2,
    bot: 5,
    outbound: 10,
  });
});

test('a service that tells nothing has all the time from request to answer', () => {
  expect(sample([exchange({})]).parts).toEqual({
    start: null,
    transport: 1,
    auth: 0,
    bot: 20,
    outbound: null,
  });
});

test('a token is fetched once for all attempts', () => {
  const token = exchange({ purpose: 'token' });
  const durations = { auth: 8, connect: 0, server: 5 };
  const tries = [1, 2, 3].map((attempt) => exchange({ attempt, durations }));
  expect(sample([token, ...tries]).parts).toMatchObject({ auth: 8, bot: 15 });
});

test('the start of an instance of the emulator is left out, as a service is up already', () => {
  const durations = { auth: 0, connect: 1, server: 49 };
  const told = exchange({ durations, serverTiming: { bot: 45 } });
  expect(sample([told], { records: [record(0, 40)] })).toMatchObject({
    parts: { bot: 5, transport: 5 },
    measured: 10,
  });
});

test('an attempt that timed out is waited for once, and one without a connection takes no time', () => {
  const durations = { auth: 0, connect: 0, server: 60_000 };
  const late = exchange({ status: null, durations });
  expect(sample([late, exchange({ attempt: 2 })], { waited: 65_000 }).measured).toBe(65_021);
});

test('pauses between attempts are waited for', () => {
  expect(sample([exchange({})], { waited: 15_000 }).measured).toBe(15_021);
});
