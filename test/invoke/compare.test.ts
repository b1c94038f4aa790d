import { compareRecords } from '../../emulator/invoke/compare.ts';
import { compareGenerations } from '../../emulator/invoke/compare-generations.ts';
import { differences } from '../../emulator/invoke/differences.ts';
import type { InvocationRecord, OutboundCall } from '../../emulator/invoke/record.ts';
import { failureCodes } from '../../emulator/platform/failures.ts';

const good: InvocationRecord = {
  id: '1',
  function: 'echo',
  generation: 'v1',
  engine: 'node',
  event: null,
  payload: 'hello',
  bundle: { hash: '', characters: 0 },
  start: 'cold',
  outcome: 'ok',
  result: { messages: ['Hi'] },
  logs: [{ level: 'Info', message: 'asked', extras: [], at: 1 }],
  calls: [],
  services: [],
  timings: { coldStart: 1, wall: 1, active: 1, waiting: 0, projected: 1 },
  memory: { heapPeak: 1, externalPeak: 1 },
  verdict: { pass: true, findings: [] },
};
const record = (more: Partial<InvocationRecord> = {}): InvocationRecord => ({ ...good, ...more });
const v2 = (more: Partial<InvocationRecord> = {}): InvocationRecord => record({ generation: 'v2', ...more });

const call: OutboundCall = {
  method: 'GET',
  url: 'https://a.example/',
  status: 200,
  source: 'mock',
  start: 1,
  duration: 2,
};

const service = (url: string): OutboundCall => ({ ...call, url, source: 'service' });

const failed = (generation: 'v1' | 'v2', line: number): Partial<InvocationRecord> => ({
  outcome: 'failed',
  error: {
    code: failureCodes.threw[generation],
    message: 'no luck',
    frames: [{ function: 'lambda', file: 'index.ts', line, column: 1 }],
  },
  logs: [{ level: 'Info', message: 'asked', extras: [], at: line }],
  calls: [{ ...call, start: line, duration: line, error: `after ${line} ms` }],
  timings: { ...good.timings, wall: line },
  memory: { heapPeak: line, externalPeak: line },
  start: line === 1 ? 'cold' : 'warm',
});

test.each([
  ['the same in another order', { a: 1, b: [2] }, { b: [2], a: 1 }, []],
  ['a value', { a: { b: 1 } }, { a: { b: 2 } }, [{ path: 'a.b', before: 1, after: 2 }]],
  ['a kind of value', [1], { 0: 1 }, [{ path: '', before: [1], after: { 0: 1 } }]],
  ['null and nothing', { a: null }, {}, [{ path: 'a', before: null }]],
  ['a key that is no word', {}, { 'a b': 1 }, [{ path: '["a b"]', after: 1 }]],
  ['what comes in between', ['a', 'b', 'c'], ['a', 'x', 'b', 'c'], [{ path: '[1]', after: 'x' }]],
  ['what is gone in between', ['a', 'x', 'c'], ['a', 'c'], [{ path: '[1]', before: 'x' }]],
  ['the last of several alike', ['a', 'a'], ['a'], [{ path: '[1]', before: 'a' }]],
  ['names of the prototype', {}, JSON.parse('{ "__proto__": 1 }'), [{ path: '__proto__', after: 1 }]],
])('two values differ in %s', (_, before, after, expected) => {
  expect(differences(before, after)).toEqual(expected);
});

test('times, memory, places and error codes are no difference', () => {
  expect(compareRecords(record(failed('v1', 1)), v2(failed('v2', 2)))).toEqual([]);
});

test('outcome, answer, error, logs, calls and services are compared', () => {
  const { result: _result, ...silent } = good;
  const other: InvocationRecord = {
    ...silent,
    generation: 'v2',
    outcome: 'crashed',
    error: { code: failureCodes.runtime.v2, message: 'x is not a function', frames: [] },
    logs: [{ level: 'Warn', message: 'asked', extras: [{ of: 'echo' }], at: 1 }],
    calls: [{ ...call, status: 500, source: 'live' }],
    services: [{ service: 'mavenContext', operation: 'set', target: 'custom/a', value: 1, at: 3 }],
  };
  expect(compareRecords(record({ calls: [call] }), other)).toEqual([
    { path: 'outcome', before: 'ok', after: 'crashed' },
    { path: 'result', before: { messages: ['Hi'] } },
    { path: 'error', after: { kind: 'runtime', message: 'x is not a function' } },
    { path: 'logs[0].level', before: 'Info', after: 'Warn' },
    { path: 'logs[0].extras[0]', after: { of: 'echo' } },
    { path: 'calls[0].status', before: 200, after: 500 },
    { path: 'calls[0].source', before: 'mock', after: 'live' },
    {
      path: 'services[0]',
      after: { service: 'mavenContext', operation: 'set', target: 'custom/a', value: 1 },
    },
  ]);
});

test('how each toolbelt gets its token and reaches other functions is no difference, what they do is', () => {
  const one = record({
    calls: [service('https://local.faasgw.liveperson.net/api/account/0/lambdas/1/invoke')],
    called: [record({ function: 'b' }), record({ function: 'a' })],
  });
  const other = v2({
    calls: [
      service('https://local.sentinel.liveperson.net/sentinel/api/v2/account/0/app/token'),
      service('https://local.fninvocations.liveperson.net/api/account/0/lambdas/1/invoke'),
    ],
    called: [v2({ function: 'a' }), v2({ function: 'b', result: 2 })],
  });
  expect(compareRecords(one, other)).toEqual([
    { path: 'called[1].result', before: { messages: ['Hi'] }, after: 2 },
  ]);
});

test('records are paired by function, event and payload; of repeats the first difference counts', () => {
  const records = [
    record(),
    record(),
    record({ payload: 'bye' }),
    record({ function: 'legacy' }),
    v2({ payload: 'bye' }),
    v2(),
    v2({ result: 'warm' }),
    v2({ function: 'legacy', event: 'another' }),
  ];
  expect(compareGenerations(records)).toEqual({
    pairs: [
      {
        function: 'echo',
        payload: 'hello',
        event: null,
        differences: [{ path: 'result', before: { messages: ['Hi'] }, after: 'warm' }],
      },
      { function: 'echo', payload: 'bye', event: null, differences: [] },
    ],
    alone: [
      { function: 'legacy', generation: 'v1' },
      { function: 'legacy', generation: 'v2' },
    ],
  });
});
