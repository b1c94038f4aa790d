import type { InvocationRecord } from '../../emulator/invoke/record.ts';
import type { RunReport } from '../../emulator/report/report.ts';

/** A record of an answer in time; `changes` are what a test is about. */
export function record(changes: Partial<InvocationRecord> = {}): InvocationRecord {
  return {
    id: '00000000-0000-4000-8000-000000000000',
    function: 'orderBot',
    generation: 'v2',
    engine: 'node',
    event: 'bot_connectors_custom_integration',
    payload: 'text',
    bundle: { hash: '0123456789ab', characters: 4_200 },
    start: 'warm',
    outcome: 'ok',
    result: { messages: ['Hello'] },
    logs: [],
    calls: [],
    services: [],
    timings: { coldStart: 0, wall: 0.42, active: 0.2, waiting: 0.1, projected: 2.51 },
    memory: { heapPeak: 4_000_000, externalPeak: 1_000_000 },
    verdict: { pass: true, findings: [] },
    ...changes,
  };
}

/** A report of these records, put together in 812 ms. */
export function report(records: InvocationRecord[], changes: Partial<RunReport> = {}): RunReport {
  return { records, broken: [], warnings: [], elapsed: 812, ...changes };
}

/** The function's own error, with its stack, its logs and a request in flight. */
export const failed = record({
  payload: 'order-status',
  generation: 'v1',
  start: 'cold',
  outcome: 'failed',
  error: {
    code: 'com.liveperson.faas.handler.custom-failure',
    message: 'no such order',
    frames: [
      { function: 'findOrder', file: 'functions/orderBot/orders.ts', line: 12, column: 9 },
      { function: null, file: 'functions/orderBot/index.ts', line: 30, column: 3 },
    ],
  },
  logs: [
    { level: 'Info', message: 'looking up', extras: [{ order: 7 }, 'now'], at: 1.2 },
    { level: 'Error', message: 'two\nlines', extras: [], at: 14 },
  ],
  calls: [
    {
      method: 'GET',
      url: 'https://shop.example.com/orders/7',
      status: 404,
      source: 'mock',
      start: 2,
      duration: 12,
    },
    {
      method: 'POST',
      url: 'https://hooks.example.com/',
      status: null,
      source: 'mock',
      start: 14,
      duration: 6,
      error: 'in flight when the call ended',
    },
  ],
  timings: { coldStart: 38, wall: 20.4, active: 4.1, waiting: 12, projected: 20.2 },
  verdict: {
    pass: false,
    findings: [
      {
        code: 'function-failed',
        severity: 'error',
        message: 'no such order',
        hint: 'catch what can fail and answer with a fallback',
        where: { file: 'functions/orderBot/orders.ts', line: 12, column: 9 },
      },
    ],
  },
});

/** An answer that came late, after three attempts, and that the caller does not accept. */
export const fellShort = record({
  payload: 'welcome',
  timings: { coldStart: 0, wall: 1_204, active: 60, waiting: 1_140, projected: 1_862.9 },
  attempts: [1_390, 1_204, 1_512],
  verdict: {
    pass: false,
    findings: [
      {
        code: 'over-budget',
        severity: 'error',
        message: '1204 ms measured here, 1000 ms is the budget',
        hint: 'give each call a shorter time-out',
      },
      {
        code: 'bad-answer',
        severity: 'error',
        message: 'delay is 1.5, expected a whole number of seconds (liveperson-functions-invalid-body)',
        hint: 'write { "delay": 2, "typing": true }',
        path: 'messages[2].delay',
      },
    ],
  },
});

/** An answer that passes with a warning. */
export const doubtful = record({
  payload: 'close',
  verdict: {
    pass: true,
    findings: [
      {
        code: 'answer-ignored',
        severity: 'warning',
        message: 'the connector passes over the action "close".',
        hint: 'name a known one',
        path: 'context.action',
      },
    ],
  },
});

/** Text that tries to act upon whatever shows it: terminals, XML, workflow commands, tables. */
export const hostileText =
  '\u001b[31mred\u001b]0;title\u0007 \u009b2J ]]> <b a="1"> & \u0000 \u202eabc\r\n::error::gone%0A,:';

/** A record in which everything that a function or a file name can choose is hostile. */
export const hostile = record({
  function: `evil${hostileText}`,
  payload: hostileText,
  outcome: 'crashed',
  result: { messages: [hostileText] },
  error: {
    code: hostileText,
    message: hostileText,
    frames: [{ function: hostileText, file: hostileText, line: 1, column: 1 }],
  },
  logs: [{ level: 'Warn', message: hostileText, extras: [hostileText], at: 0 }],
  calls: [
    {
      method: 'GET',
      url: `https://x/${hostileText}`,
      status: null,
      source: 'refused',
      start: 0,
      duration: 0,
      error: hostileText,
    },
  ],
  services: [
    { service: hostileText, operation: hostileText, target: hostileText, value: hostileText, at: 0 },
  ],
  verdict: {
    pass: false,
    findings: [
      {
        code: 'function-crashed',
        severity: 'error',
        message: hostileText,
        hint: hostileText,
        where: { file: hostileText, line: 1, column: 2 },
        path: hostileText,
      },
    ],
  },
});
