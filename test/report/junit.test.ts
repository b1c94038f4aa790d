import { junitReport } from '../../emulator/report/junit.ts';
import { doubtful, failed, fellShort, hostile, hostileText, record, report } from './records.ts';

test('a suite for each function and generation, a case for each invocation', () => {
  const records = [record(), record(), record({ engine: 'vm2' }), failed, fellShort, doubtful];
  expect(junitReport(report(records))).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="lpf-emulator" tests="6" failures="1" errors="1" time="0.8120">
    <testsuite name="orderBot v2" tests="4" failures="1" errors="0" time="1.2053">
    <testcase name="text" classname="orderBot v2" time="0.0004"/>
    <testcase name="text #2" classname="orderBot v2" time="0.0004"/>
    <testcase name="welcome" classname="orderBot v2" time="1.2040">
    <failure message="1204 ms measured here, 1000 ms is the budget" type="over-budget">✗ over-budget  1204 ms measured here, 1000 ms is the budget
      → give each call a shorter time-out
    ✗ bad-answer  delay is 1.5, expected a whole number of seconds (liveperson-functions-invalid-body)
      at messages[2].delay
      → write { "delay": 2, "typing": true }</failure>
    </testcase>
    <testcase name="close" classname="orderBot v2" time="0.0004">
    <system-out>! answer-ignored  the connector passes over the action "close".
      at context.action
      → name a known one</system-out>
    </testcase>
    </testsuite>
    <testsuite name="orderBot v2 vm2" tests="1" failures="0" errors="0" time="0.0004">
    <testcase name="text" classname="orderBot v2 vm2" time="0.0004"/>
    </testsuite>
    <testsuite name="orderBot v1" tests="1" failures="0" errors="1" time="0.0204">
    <testcase name="order-status" classname="orderBot v1" time="0.0204">
    <error message="no such order" type="function-failed">✗ function-failed  no such order
      at functions/orderBot/orders.ts:12:9
      → catch what can fail and answer with a fallback
    com.liveperson.faas.handler.custom-failure
      at findOrder (functions/orderBot/orders.ts:12:9)
      at functions/orderBot/index.ts:30:3</error>
    <system-out>logs
      Info  +1.2 ms  looking up {"order":7} "now"
      Error +14 ms  two
        lines
    calls
      GET https://shop.example.com/orders/7 → 404 (mock), +2.0 ms, 12 ms
      POST https://hooks.example.com/ → in flight when the call ended (mock), +14 ms, 6.0 ms</system-out>
    </testcase>
    </testsuite>
    </testsuites>
    "
  `);
});

test('a function that could not be run is a suite with an error', () => {
  const broken = [
    {
      function: 'half',
      generation: 'v2' as const,
      findings: [
        { code: 'syntax-error' as const, severity: 'error' as const, message: 'Expected ";"', hint: 'x' },
      ],
    },
  ];
  expect(junitReport(report([], { broken }))).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="lpf-emulator" tests="1" failures="0" errors="1" time="0.8120">
    <testsuite name="half v2" tests="1" failures="0" errors="1" time="0.0000">
    <testcase name="rejected" classname="half v2" time="0.0000">
    <error message="Expected &quot;;&quot;" type="syntax-error">✗ syntax-error  Expected ";"
      → x</error>
    </testcase>
    </testsuite>
    </testsuites>
    "
  `);
});

test('hostile text stays text, and what XML forbids is written out', () => {
  const xml = junitReport(report([hostile]));
  expect(xml).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="lpf-emulator" tests="1" failures="0" errors="1" time="0.8120">
    <testsuite name="evil\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a=&quot;1&quot;&gt; &amp; \\u0000 \\u202eabc&#13;&#10;::error::gone%0A,: v2" tests="1" failures="0" errors="1" time="0.0004">
    <testcase name="\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a=&quot;1&quot;&gt; &amp; \\u0000 \\u202eabc&#13;&#10;::error::gone%0A,:" classname="evil\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a=&quot;1&quot;&gt; &amp; \\u0000 \\u202eabc&#13;&#10;::error::gone%0A,: v2" time="0.0004">
    <error message="\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a=&quot;1&quot;&gt; &amp; \\u0000 \\u202eabc&#13;&#10;::error::gone%0A,:" type="function-crashed">✗ function-crashed  \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a="1"&gt; &amp; \\u0000 \\u202eabc
      ::error::gone%0A,:
      at \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a="1"&gt; &amp; \\u0000 \\u202eabc\\r\\n::error::gone%0A,:
      at \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a="1"&gt; &amp; \\u0000 \\u202eabc\\r\\n::error::gone%0A,::1:2
      → \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a="1"&gt; &amp; \\u0000 \\u202eabc\\r\\n::error::gone%0A,:
    \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a="1"&gt; &amp; \\u0000 \\u202eabc\\r\\n::error::gone%0A,:
      at \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a="1"&gt; &amp; \\u0000 \\u202eabc\\r\\n::error::gone%0A,: (\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a="1"&gt; &amp; \\u0000 \\u202eabc\\r\\n::error::gone%0A,::1:1)</error>
    <system-out>logs
      Warn  +0.0 ms  \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a="1"&gt; &amp; \\u0000 \\u202eabc "\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a=\\"1\\"&gt; &amp; \\u0000 \\u202eabc\\r\\n::error::gone%0A,:"
        ::error::gone%0A,:
    calls
      GET https://x/\\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a="1"&gt; &amp; \\u0000 \\u202eabc\\r\\n::error::gone%0A,: → \\u001b[31mred\\u001b]0;title\\u0007 \\u009b2J ]]&gt; &lt;b a="1"&gt; &amp; \\u0000 \\u202eabc\\r\\n::error::gone%0A,: (refused), +0.0 ms, 0.0 ms</system-out>
    </testcase>
    </testsuite>
    </testsuites>
    "
  `);
  expect(
    Array.from(xml).filter((character) => /[\p{Cc}\p{Cf}]/u.test(character) && character !== '\n'),
  ).toEqual([]);
});

test('the XML is well-formed and keeps messages whole', () => {
  const message = 'a\tb "c" <d> & \'e\'\nf';
  const broken = [
    {
      function: 'x',
      generation: null,
      findings: [{ code: 'bad-config' as const, severity: 'error' as const, message, hint: '' }],
    },
  ];
  expect(wellFormed(junitReport(report([failed, hostile], { broken })))).toBe(true);
  expect(junitReport(report([], { broken }))).toContain(
    'message="a&#9;b &quot;c&quot; &lt;d&gt; &amp; \'e\'&#10;f"',
  );
  expect(junitReport(report([record({ payload: `\ud800${hostileText}` })]))).toContain(
    'name="\\ud800\\u001b',
  );
});

/** Whether tags nest, attributes are quoted, and no bare `<`, `&` or `]]>` is left in the text. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  const token = /<\?xml[^>]*\?>|<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  let end = 0;
  for (const match of xml.matchAll(token)) {
    end = match.index + match[0].length;
    const [, closing, name = '', , empty, text] = match;
    if (text !== undefined && (/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text) || text.includes(']]>')))
      return false;
    if (closing === '/' && open.pop() !== name) return false;
    if (name !== '' && closing === '' && empty === '') open.push(name);
  }
  return end === xml.length && open.length === 0;
}
