import { githubReport } from '../../emulator/report/github.ts';
import { doubtful, failed, fellShort, hostile, record, report } from './records.ts';

/** Where every function has its handler. */
const places = {
  handlerOf: () => ({ file: 'functions/orderBot/index.ts', line: 7, column: 23 }),
  named: (file: string) => file,
};

test('findings are annotations, at their place or at the handler', () => {
  const broken = [
    {
      function: 'half',
      generation: null,
      findings: [
        { code: 'bad-config' as const, severity: 'error' as const, message: 'no config.json', hint: '' },
      ],
    },
  ];
  const text = githubReport(report([record(), failed, fellShort, doubtful], { broken }), places);
  expect(text).toMatchInlineSnapshot(`
    "::error file=functions/orderBot/orders.ts,line=12,col=9,title=function-failed%3A orderBot × order-status (v1%2C cold)::no such order%0Acatch what can fail and answer with a fallback
    ::error file=functions/orderBot/index.ts,line=7,col=23,title=over-budget%3A orderBot × welcome (v2%2C warm)::1204 ms measured here, 1000 ms is the budget%0Agive each call a shorter time-out
    ::error file=functions/orderBot/index.ts,line=7,col=23,title=bad-answer%3A orderBot × welcome (v2%2C warm)::delay is 1.5, expected a whole number of seconds (liveperson-functions-invalid-body)%0Aat messages[2].delay%0Awrite { "delay": 2, "typing": true }
    ::warning file=functions/orderBot/index.ts,line=7,col=23,title=answer-ignored%3A orderBot × close (v2%2C warm)::the connector passes over the action "close".%0Aat context.action%0Aname a known one
    ::error title=bad-config%3A half::no config.json
    lpf-emulator: 2 passed, 2 failed, 1 rejected (functions: 1, payloads: 4, generations: 2) in 812 ms
    "
  `);
});

test('a run in which all is well is one line', () => {
  expect(githubReport(report([record()]), places)).toMatchInlineSnapshot(`
    "lpf-emulator: 1 passed, 0 failed (functions: 1, payloads: 1, generations: 1) in 812 ms
    "
  `);
});

test('hostile text cannot begin a command of its own', () => {
  const text = githubReport(report([hostile]), places);
  expect(text).toMatchInlineSnapshot(`
    "::error file=\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n%3A%3Aerror%3A%3Agone%250A%2C%3A,line=1,col=2,title=function-crashed%3A evil\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n%3A%3Aerror%3A%3Agone%250A%2C%3A × \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n%3A%3Aerror%3A%3Agone%250A%2C%3A (v2%2C warm)::\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc%0A::error::gone%250A,:%0Aat \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n::error::gone%250A,:%0A\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]> <b a="1"> & \\u0000 \\u202eabc\\r\\n::error::gone%250A,:
    lpf-emulator: 0 passed, 1 failed (functions: 1, payloads: 1, generations: 1) in 812 ms
    "
  `);
  expect(text.trimEnd().split('\n')).toHaveLength(2);
});
