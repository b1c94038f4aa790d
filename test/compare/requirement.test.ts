import { judge } from '../../emulator/compare/judge.ts';
import { parseRequirement } from '../../emulator/compare/requirement.ts';
import { isEmulatorError } from '../../emulator/errors.ts';
import { madeReport } from './made-report.ts';

function judged(text: string, making: Parameters<typeof madeReport>[0] = {}) {
  return judge(parseRequirement(text), madeReport(making));
}

function complaint(text: string): string {
  try {
    parseRequirement(text);
    return 'none';
  } catch (error) {
    if (!isEmulatorError(error)) throw error;
    const { code, message } = error.finding;
    return `${code}: ${message}`;
  }
}

test('a requirement holds for both approaches, or for the one that it names', () => {
  expect(judged('p95<50ms')).toEqual({
    text: 'p95<50ms',
    met: false,
    seen: [
      { row: 'latency.function.warm', value: 90 },
      { row: 'latency.endpoint.warm', value: 6 },
    ],
  });
  expect(judged('endpoint.p95<50ms')).toEqual({
    text: 'endpoint.p95<50ms',
    met: true,
    seen: [{ row: 'latency.endpoint.warm', value: 6 }],
  });
});

test('every metric is held against its own row', () => {
  const texts = [
    'function.p50<1s',
    'function.p99<1s',
    'function.max<=90ms',
    'function.first<1s',
    'function.errors=0',
    'same',
  ];
  expect(
    texts.map((text) => judged(text)).map(({ met, seen: [first] }) => [met, first?.row, first?.value]),
  ).toEqual([
    [true, 'latency.function.warm', 60],
    [true, 'latency.function.warm', 90],
    [true, 'latency.function.warm', 90],
    [true, 'first.function.warm', 40],
    [true, 'answers', 0],
    [true, 'answers', 100],
  ]);
});

test('every operator is what it says', () => {
  const holds = ['p50<6ms', 'p50<=5ms', 'p50>4ms', 'p50>=5ms', 'p50=5ms', 'p50 < 0.1s'];
  const fails = ['p50<5ms', 'p50<=4.9ms', 'p50>5ms', 'p50>=5.1ms', 'p50=4ms'];
  expect(holds.filter((text) => !judged(`endpoint.${text}`).met)).toEqual([]);
  expect(fails.filter((text) => judged(`endpoint.${text}`).met)).toEqual([]);
});

test('the same answers may be required of a share of the conversations', () => {
  expect(judged('same', { different: 1 }).met).toBe(false);
  expect(judged('same>=75%', { different: 1 }).met).toBe(true);
  expect(judged('errors<1', { errors: { function: 0, endpoint: 2 } }).met).toBe(false);
});

test('what was not measured is not met', () => {
  expect(judged('p95<1s', { waits: { function: [], endpoint: [1] } }).met).toBe(false);
});

test('a requirement that cannot be read is told with what is near', () => {
  const texts = [
    'p59<1s',
    'edpoint.p95<1s',
    'p95',
    'p95<soon',
    'same>1s',
    'errors<1.5',
    'function.same',
    '<1s',
    '',
  ];
  expect(texts.map((text) => complaint(text))).toMatchInlineSnapshot(`
    [
      "bad-usage: --require p59<1s: there is no metric "p59". Did you mean "p50"?",
      "bad-usage: --require edpoint.p95<1s: "edpoint" is none of the two. Did you mean "endpoint"?",
      "bad-usage: --require p95: p95 has to be held against something",
      "bad-usage: --require p95<soon: "soon" is no time such as 800ms or 2s",
      "bad-usage: --require same>1s: "1s" is no share of conversations such as 95%",
      "bad-usage: --require errors<1.5: "1.5" is no number of failed calls",
      "bad-usage: --require function.same: both approaches are the same, or neither is",
      "bad-usage: --require <1s: it is no requirement",
      "bad-usage: --require : it is no requirement",
    ]
  `);
});
