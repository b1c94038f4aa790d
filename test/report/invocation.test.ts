import { invocationReport } from '../../emulator/report/invocation.ts';
import { failed, fellShort, hostile, record } from './records.ts';

const plain = { colour: false };

test('the answer goes one way, everything else the other', () => {
  const cold = record({
    start: 'cold',
    timings: { coldStart: 31, wall: 12.3, active: 4, waiting: 5, projected: 53 },
    logs: [{ level: 'Info', message: 'hi', extras: [], at: 0.2 }],
  });
  const { out, err } = invocationReport(cold, plain);
  expect(out).toMatchInlineSnapshot(`
    "{
      "messages": [
        "Hello"
      ]
    }
    "
  `);
  expect(err).toMatchInlineSnapshot(`
    "✓ ok  orderBot · text · v2 · cold
      12 ms measured, 4.0 ms CPU, 5.0 ms waiting, 53 ms projected to the platform, cold start 31 ms
      logs
        Info  +0.2 ms  hi
    "
  `);
});

test('a failure has no answer', () => {
  const { result: _, ...withoutResult } = failed;
  const { out, err } = invocationReport(withoutResult, plain);
  expect(out).toBe('');
  expect(err).toMatchInlineSnapshot(`
    "✗ failed  orderBot · order-status · v1 · cold
      20 ms measured, 4.1 ms CPU, 12 ms waiting, 20 ms projected to the platform, cold start 38 ms
      ✗ function-failed  no such order
        at functions/orderBot/orders.ts:12:9
        → catch what can fail and answer with a fallback
      com.liveperson.faas.handler.custom-failure
        at findOrder (functions/orderBot/orders.ts:12:9)
        at functions/orderBot/index.ts:30:3
      logs
        Info  +1.2 ms  looking up {"order":7} "now"
        Error +14 ms  two
          lines
      calls
        GET https://shop.example.com/orders/7 → 404 (mock), +2.0 ms, 12 ms
        POST https://hooks.example.com/ → in flight when the call ended (mock), +14 ms, 6.0 ms
    "
  `);
});

test('what was changed in the account, and which functions were called, is shown', () => {
  const inner = record({ function: 'inner', outcome: 'failed', verdict: failed.verdict });
  const { err } = invocationReport(
    record({
      services: [
        {
          service: 'mavenContext',
          operation: 'set',
          target: 'custom/s1/tier',
          value: { name: 'gold' },
          at: 3,
        },
        { service: 'secrets', operation: 'update', target: 'token', at: 4.2 },
      ],
      called: [record({ function: 'outer', start: 'cold', called: [inner] })],
    }),
    plain,
  );
  expect(err).toMatchInlineSnapshot(`
    "✓ ok  orderBot · text · v2 · warm
      0.4 ms measured, 0.2 ms CPU, 0.1 ms waiting, 2.5 ms projected to the platform
      called functions
        ✓ ok  outer · cold, 0.4 ms
          ✗ failed  inner · warm, 0.4 ms
      changes in the account
        mavenContext set custom/s1/tier = {"name":"gold"}, +3.0 ms
        secrets update token, +4.2 ms
    "
  `);
});

test('an answer that falls short is still shown', () => {
  const { out, err } = invocationReport(fellShort, plain);
  expect(JSON.parse(out)).toEqual({ messages: ['Hello'] });
  expect(err).toMatchInlineSnapshot(`
    "✗ ok, but over-budget, bad-answer  orderBot · welcome · v2 · warm
      1.2 s measured, 60 ms CPU, 1.14 s waiting, 1.86 s projected to the platform
      best of 3: 1.39 s, 1.2 s, 1.51 s
      ✗ over-budget  1204 ms measured here, 1000 ms is the budget
        → give each call a shorter time-out
      ✗ bad-answer  delay is 1.5, expected a whole number of seconds (liveperson-functions-invalid-body)
        at messages[2].delay
        → write { "delay": 2, "typing": true }
    "
  `);
});

test('no answer and the answer null are two things', () => {
  const { result: _, ...silent } = record();
  expect(invocationReport(silent, plain)).toMatchObject({
    out: '',
    err: expect.stringContaining('no answer'),
  });
  expect(invocationReport(record({ result: null }), plain)).toMatchObject({ out: 'null\n' });
});

test('a hostile answer is safe to print and still the same JSON', () => {
  const { out, err } = invocationReport(hostile, plain);
  expect(out).toMatchInlineSnapshot(`
    "{
      "messages": [
        "\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a=\\"1\\"> & \\u0000 \\u202eabc\\r\\n::error::gone%0A,:"
      ]
    }
    "
  `);
  expect(JSON.parse(out)).toEqual(hostile.result);
  expect(
    Array.from(out + err).filter((character) => /[\p{Cc}\p{Cf}]/u.test(character) && character !== '\n'),
  ).toEqual([]);
});
