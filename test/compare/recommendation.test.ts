import type { CompareReport } from '../../emulator/compare/report.ts';
import { wrongIn } from './claims.ts';
import { madeReport, type Making } from './made-report.ts';

const makings: Record<string, Making> = {
  'both are good': {},
  'the function is beyond its budget': { waits: { function: [900, 2_400, 2_500], endpoint: [4, 5, 6] } },
  'both are slow': { waits: { function: [1_900, 2_400], endpoint: [1_400, 1_500] } },
  'answers differ': { different: 2 },
  'the function fails': { errors: { function: 3, endpoint: 0 } },
  'the endpoint fails': { errors: { function: 0, endpoint: 3 } },
  'nothing was measured': { waits: { function: [], endpoint: [] } },
};

const reports = Object.entries(makings).map(([name, making]): [string, CompareReport] => [
  name,
  madeReport(making),
]);

test.each(reports)('every claim points at rows that there are, with their figures: %s', (_, report) => {
  expect(wrongIn(report)).toEqual([]);
  expect(report.recommendation.claims.length).toBeGreaterThan(2);
});

test('no figure stands in a sentence without a row behind it', () => {
  const loose = reports.flatMap(([, { recommendation }]) =>
    recommendation.claims.flatMap(({ text, figures }) => {
      const rest = figures.reduce((left, figure) => left.replace(figure.text, ''), text);
      // How the percentile is put into words.
      return (rest.replaceAll('95 of 100', '').match(/\d+/g) ?? []).map((digits) => `${digits} in: ${text}`);
    }),
  );
  expect(loose).toEqual([]);
});

test('what is recommended follows from errors first, then from the time that is asked for', () => {
  expect(reports.map(([name, { recommendation }]) => [name, recommendation.choice])).toEqual([
    ['both are good', 'function'],
    ['the function is beyond its budget', 'endpoint'],
    ['both are slow', 'either'],
    ['answers differ', 'function'],
    ['the function fails', 'endpoint'],
    ['the endpoint fails', 'function'],
    ['nothing was measured', 'either'],
  ]);
});

test('the sentences read as they should', () => {
  expect(
    madeReport(makings['the function is beyond its budget']).recommendation.claims.map(({ text }) => text),
  ).toMatchInlineSnapshot(`
    [
      "Take the endpoint: the function is beyond the second that LivePerson asks for, with 2.5 s for 95 of 100 answers once projected, and the endpoint is not, with 6.0 ms.",
      "Both give the same answers in all 4 conversations that were compared.",
      "The median wait is 2.4 s with the function (projected) and 5.0 ms with the endpoint (measured; the network between LivePerson and the service comes on top).",
      "A new conversation has its first answer after 900 ms with the function and 4.0 ms with the endpoint; after a pause a function starts cold first: v1 after long idleness only; v2 2 to 5 s after some idle minutes.",
      "Of 7 faults the bot goes on after 2 as a function and after 3 behind the endpoint; one that it cannot have counts as well.",
      "An endpoint asks for own hosting with TLS, monitoring and on-call, and it has to keep state and check tokens by itself.",
      "Custom Endpoints are for early adopters only, switched on by LivePerson.",
    ]
  `);
  expect(madeReport(makings['answers differ']).recommendation.claims[1]?.text).toMatchInlineSnapshot(
    `"The answers differ in 2 of 4 conversations: settle that first."`,
  );
  expect(madeReport(makings['both are slow']).recommendation.claims[0]?.text).toMatchInlineSnapshot(
    `"Make the bot faster first: 95 of 100 answers take up to 2.4 s as a function, once projected, and 1.5 s behind an endpoint, and LivePerson asks for less than a second."`,
  );
  expect(madeReport(makings['nothing was measured']).recommendation.claims[0]?.text).toMatchInlineSnapshot(
    `"Nothing speaks for one of the two: both have to answer before there is anything to compare, in 4 conversations."`,
  );
  expect(madeReport(makings['the function fails']).recommendation.claims[0]?.text).toMatchInlineSnapshot(
    `"Take the endpoint: 3 calls of the function failed, and 0 of the endpoint."`,
  );
});
