import { consoleReport } from '../../emulator/report/console.ts';
import { doubtful, failed, fellShort, hostile, record, report } from './records.ts';

const plain = { colour: false };

test('a run in which all is well is a table and its totals', () => {
  const records = [
    record({ start: 'cold', timings: { coldStart: 30, wall: 12.3, active: 4, waiting: 0, projected: 48 } }),
    record({ generation: 'v1', payload: 'quick-reply' }),
    record({ function: 'errorHook', event: 'bot_connectors_error_hook', payload: 'timeout' }),
  ];
  expect(consoleReport(report(records), plain)).toMatchInlineSnapshot(`
    "   function   payload      generation  start    time     CPU  projected  outcome
    ✓  orderBot   text         v2          cold    12 ms  4.0 ms      48 ms  ok
    ✓  orderBot   quick-reply  v1          warm   0.4 ms  0.2 ms     2.5 ms  ok

    ✓  errorHook  timeout      v2          warm   0.4 ms  0.2 ms     2.5 ms  ok

    ✓ 3 passed  · 2 functions, 3 payloads, 2 generations in 812 ms
    projected: waiting + CPU ÷ the platform's CPU share (0.5 v1, 0.083 v2); an estimate, not a measurement
    "
  `);
});

test('what is wrong stands under its row, with the stack, the last logs and the calls in flight', () => {
  expect(consoleReport(report([record(), failed, fellShort, doubtful]), plain)).toMatchInlineSnapshot(`
    "   function  payload       generation  start    time     CPU  projected  outcome
    ✓  orderBot  text          v2          warm   0.4 ms  0.2 ms     2.5 ms  ok
    ✗  orderBot  order-status  v1          cold    20 ms  4.1 ms      20 ms  failed
        ✗ function-failed  no such order
          at functions/orderBot/orders.ts:12:9
          → catch what can fail and answer with a fallback
        com.liveperson.faas.handler.custom-failure
          at findOrder (functions/orderBot/orders.ts:12:9)
          at functions/orderBot/index.ts:30:3
        last logs
          Info  +1.2 ms  looking up {"order":7} "now"
          Error +14 ms  two
            lines
        last calls
          GET https://shop.example.com/orders/7 → 404 (mock), +2.0 ms, 12 ms
          POST https://hooks.example.com/ → in flight when the call ended (mock), +14 ms, 6.0 ms
    ✗  orderBot  welcome       v2          warm    1.2 s   60 ms     1.86 s  ok, but over-budget, bad-answer
        ✗ over-budget  1204 ms measured here, 1000 ms is the budget
          → give each call a shorter time-out
        ✗ bad-answer  delay is 1.5, expected a whole number of seconds (liveperson-functions-invalid-body)
          at messages[2].delay
          → write { "delay": 2, "typing": true }
        best of 3: 1.39 s, 1.2 s, 1.51 s
    !  orderBot  close         v2          warm   0.4 ms  0.2 ms     2.5 ms  ok
        ! answer-ignored  the connector passes over the action "close".
          at context.action
          → name a known one

    ✓ 2 passed  ✗ 2 failed  ! 1 warning  · 1 function, 4 payloads, 2 generations in 812 ms
    projected: waiting + CPU ÷ the platform's CPU share (0.5 v1, 0.083 v2); an estimate, not a measurement
    "
  `);
});

test('repeats share a row with their medians, and tell their differences', () => {
  const walls = [0.3, 0.2, 0.4, 9];
  const repeats = walls.map((wall) =>
    record({ timings: { coldStart: 0, wall, active: 0.1, waiting: 0, projected: 1 } }),
  );
  const failures = [failed, failed, failed];
  expect(consoleReport(report([...repeats, ...failures, record({ start: 'cold' })]), plain))
    .toMatchInlineSnapshot(`
    "   function  payload       generation  start    time     CPU  projected  outcome
    ✓  orderBot  text          v2          warm   0.4 ms  0.1 ms     1.0 ms  ok, 4 runs, p95 9.0 ms
    ✗  orderBot  order-status  v1          cold    20 ms  4.1 ms      20 ms  failed, 3 runs, p95 20 ms
        ✗ function-failed  no such order
          at functions/orderBot/orders.ts:12:9
          → catch what can fail and answer with a fallback
        com.liveperson.faas.handler.custom-failure
          at findOrder (functions/orderBot/orders.ts:12:9)
          at functions/orderBot/index.ts:30:3
        last logs
          Info  +1.2 ms  looking up {"order":7} "now"
          Error +14 ms  two
            lines
        last calls
          GET https://shop.example.com/orders/7 → 404 (mock), +2.0 ms, 12 ms
          POST https://hooks.example.com/ → in flight when the call ended (mock), +14 ms, 6.0 ms
        and 2 more like it
    ✓  orderBot  text          v2          cold   0.4 ms  0.2 ms     2.5 ms  ok

    ✓ 5 passed  ✗ 3 failed  · 1 function, 2 payloads, 2 generations in 812 ms
    projected: waiting + CPU ÷ the platform's CPU share (0.5 v1, 0.083 v2); an estimate, not a measurement
    "
  `);
});

test('functions that could not be run, and warnings about the run, are told too', () => {
  const broken = [
    {
      function: 'half',
      generation: 'v2' as const,
      findings: [
        {
          code: 'syntax-error' as const,
          severity: 'error' as const,
          message: 'Expected ";" but found "is"',
          hint: 'correct the source',
          where: { file: 'functions/half/index.ts', line: 3, column: 5 },
        },
      ],
    },
    {
      function: 'empty',
      generation: null,
      findings: [
        {
          code: 'bad-config' as const,
          severity: 'error' as const,
          message: 'config.json is missing',
          hint: 'add one',
        },
      ],
    },
  ];
  const warnings = [
    {
      code: 'unknown-payload' as const,
      severity: 'warning' as const,
      message: 'no payload for it',
      hint: 'add one',
    },
  ];
  expect(consoleReport(report([], { broken, warnings }), plain)).toMatchInlineSnapshot(`
    "✗  half  v2  rejected
        ✗ syntax-error  Expected ";" but found "is"
          at functions/half/index.ts:3:5
          → correct the source
    ✗  empty  rejected
        ✗ bad-config  config.json is missing
          → add one

    ! unknown-payload  no payload for it
      → add one

    ✓ 0 passed  ✗ 2 rejected  ! 1 warning  · in 812 ms
    "
  `);
});

test('the engine has a column when it is not the usual one', () => {
  expect(consoleReport(report([record({ engine: 'vm2' }), record()]), plain)).toMatchInlineSnapshot(`
    "   function  payload  generation  engine  start    time     CPU  projected  outcome
    ✓  orderBot  text     v2          vm2     warm   0.4 ms  0.2 ms     2.5 ms  ok
    ✓  orderBot  text     v2          node    warm   0.4 ms  0.2 ms     2.5 ms  ok

    ✓ 2 passed  · 1 function, 1 payload, 1 generation in 812 ms
    projected: waiting + CPU ÷ the platform's CPU share (0.5 v1, 0.083 v2); an estimate, not a measurement
    "
  `);
});

test('wide characters keep the columns in line', () => {
  const records = [record({ payload: '注文の状況' }), record({ payload: '👍🏽' }), record({ payload: 'é' })];
  expect(consoleReport(report(records), plain)).toMatchInlineSnapshot(`
    "   function  payload     generation  start    time     CPU  projected  outcome
    ✓  orderBot  注文の状況  v2          warm   0.4 ms  0.2 ms     2.5 ms  ok
    ✓  orderBot  👍🏽          v2          warm   0.4 ms  0.2 ms     2.5 ms  ok
    ✓  orderBot  é           v2          warm   0.4 ms  0.2 ms     2.5 ms  ok

    ✓ 3 passed  · 1 function, 3 payloads, 1 generation in 812 ms
    projected: waiting + CPU ÷ the platform's CPU share (0.5 v1, 0.083 v2); an estimate, not a measurement
    "
  `);
});

test('times that were never measured are a dash', () => {
  const timings = { coldStart: 0, wall: 30_012, active: null, waiting: null, projected: null };
  expect(consoleReport(report([record({ outcome: 'timeout', timings })]), plain)).toContain(
    '30 s    –          –  timeout',
  );
});

test('colours come only when asked for, and only around text', () => {
  const escape = String.fromCodePoint(27);
  const one = report([record(), failed, doubtful]);
  const colourful = consoleReport(one, { colour: true });
  expect(colourful).toContain(`${escape}[32m✓${escape}[39m`);
  expect(colourful.replaceAll(new RegExp(`${escape}\\[\\d+m`, 'g'), '')).toBe(consoleReport(one, plain));
});

test('hostile text is shown, not obeyed', () => {
  const text = consoleReport(report([hostile]), plain);
  expect(text).toMatchInlineSnapshot(`
    "   function                                                                                               payload                                                                                            generation  start    time     CPU  projected  outcome
    ✗  evil\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n::error::gone%0A,:  \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n::error::gone%0A,:  v2          warm   0.4 ms  0.2 ms     2.5 ms  crashed
        ✗ function-crashed  \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc
          ::error::gone%0A,:
          at \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n::error::gone%0A,:
          at \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n::error::gone%0A,::1:2
          → \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n::error::gone%0A,:
        \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n::error::gone%0A,:
          at \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n::error::gone%0A,: (\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n::error::gone%0A,::1:1)
        last logs
          Warn  +0.0 ms  \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc "\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a=\\"1\\"> & \\u0000 \\u202eabc\\r\\n::error::gone%0A,:"
            ::error::gone%0A,:
        last calls
          GET https://x/\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n::error::gone%0A,: → \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n::error::gone%0A,: (refused), +0.0 ms, 0.0 ms

    ✓ 0 passed  ✗ 1 failed  · 1 function, 1 payload, 1 generation in 812 ms
    projected: waiting + CPU ÷ the platform's CPU share (0.5 v1, 0.083 v2); an estimate, not a measurement
    "
  `);
  expect(unprintable(text)).toEqual([]);
});

/** Control characters other than line breaks, and direction marks. */
function unprintable(text: string): string[] {
  return Array.from(text).filter((character) => /[\p{Cc}\p{Cf}]/u.test(character) && character !== '\n');
}
