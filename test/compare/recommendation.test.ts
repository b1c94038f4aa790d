import { notesOf } from '../../emulator/compare/notes.ts';
import type { CompareReport } from '../../emulator/compare/report.ts';
import { wrongIn } from './claims.ts';
import { madeReport, type Making } from './made-report.ts';

/** As many as it takes for 95 of 100 to be told from all. */
const many = (wait: number): number[] => Array.from({ length: 20 }, (_, index) => wait + index);

const makings: Record<string, Making> = {
  'both are good': {},
  'the function is beyond its budget': { waits: { function: [900, 2_400, 2_500], endpoint: [4, 5, 6] } },
  'both are slow': { waits: { function: [1_900, 2_400], endpoint: [1_400, 1_500] } },
  'answers differ': { different: 2 },
  'one answer each': { compared: 1, waits: { function: [40], endpoint: [4] } },
  'many answers': { waits: { function: many(40), endpoint: many(4) } },
  'many slow answers': { waits: { function: many(1_900), endpoint: many(4) } },
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
    ['one answer each', 'function'],
    ['many answers', 'function'],
    ['many slow answers', 'endpoint'],
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
      "Take the endpoint: as a function all 3 warm answers took at most 2.5 s once projected, which is beyond the second that LivePerson asks for, and behind the endpoint all 3 warm answers took at most 6.0 ms.",
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
    `"Make the bot faster first: as a function all 2 warm answers took at most 2.4 s once projected, behind the endpoint all 2 warm answers took at most 1.5 s, and LivePerson asks for less than a second."`,
  );
  expect(madeReport(makings['nothing was measured']).recommendation.claims[0]?.text).toMatchInlineSnapshot(
    `"Nothing speaks for one of the two: both have to answer before there is anything to compare, in 4 conversations."`,
  );
  expect(madeReport(makings['the function fails']).recommendation.claims[0]?.text).toMatchInlineSnapshot(
    `"Take the endpoint: 3 calls of the function failed, and 0 of the endpoint."`,
  );
});

test('95 of 100 answers are spoken of where there are enough of them', () => {
  const first = (name: string) => madeReport(makings[name]).recommendation.claims[0]?.text;
  expect(['one answer each', 'both are good', 'many answers', 'many slow answers'].map(first))
    .toMatchInlineSnapshot(`
    [
      "Stay with a function unless one of the facts below decides otherwise: the only warm answer took 40 ms once projected to the platform, and there is nothing to run.",
      "Stay with a function unless one of the facts below decides otherwise: all 3 warm answers took at most 90 ms once projected to the platform, and there is nothing to run.",
      "Stay with a function unless one of the facts below decides otherwise: 95 of 100 warm answers take at most 58 ms once projected to the platform, and there is nothing to run.",
      "Take the endpoint: as a function 95 of 100 warm answers take at most 1.92 s once projected, which is beyond the second that LivePerson asks for, and behind the endpoint 95 of 100 warm answers take at most 22 ms.",
    ]
  `);
  expect(madeReport(makings['one answer each']).recommendation.claims[1]?.text).toBe(
    'Both give the same answers in the only conversation that was compared.',
  );
  const notes = [19, 20, 100].map((n) => {
    const samples = { function: n, endpoint: 200 };
    return notesOf('v2', { elsewhere: false, samples }).at(-1);
  });
  expect(notes).toEqual([
    'With fewer than 20 answers the 95th and the 99th percentile are the slowest one; --repeat makes more.',
    'With fewer than 100 answers the 99th percentile is the slowest one; --repeat makes more.',
    expect.stringMatching(/^How long the connector takes/),
  ]);
});
