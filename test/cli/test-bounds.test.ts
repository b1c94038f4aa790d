import type { TestReport } from '../../emulator/conversation/result.ts';
import { answering, good, played, talkingProject, talks } from './talk.ts';

test('what never ends comes to an end, and the others are played', () => {
  const folder = talkingProject({
    hostile: talks(
      {
        'a thousand messages': ['{ says: much }'],
        'transfers to itself': ['{ says: round }'],
        'functions in a circle': ['{ says: invoke }'],
        'an expression that runs away': [
          "{ says: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!, expect: { says: '/(a+)+$/' } }",
        ],
        'a pause without end': [
          `{ ${answering({ messages: ['a', { delay: Number.MAX_SAFE_INTEGER }, 'b'] })} }`,
        ],
        'a button that is not there': ['{ clicks: Buy }'],
        'a wait of a month': ['{ says: hi }', '{ idle: 30d, expect: { silent: true } }'],
        greets: [good],
      },
      'given: { settings: { welcomeMessage: true } }\n',
    ),
  });
  const { results } = JSON.parse(played(folder, ['--json']).stdout) as TestReport;
  expect(results.map(({ name, pass, failures }) => [name, pass ? 'passes' : failures[0]?.actual[0]]))
    .toMatchInlineSnapshot(`
    [
      [
        "a thousand messages",
        "the answer has 1500 messages; the first 1000 of them were delivered",
      ],
      [
        "transfers to itself",
        "connector.messaging.transfer-to-skill: bots handed the conversation over 10 times, and nobody said anything in between",
      ],
      [
        "functions in a circle",
        "aivendor.faas.failed-bot-action: the function ping ended with failed: Invocation failed with a non 2XX error",
      ],
      [
        "an expression that runs away",
        "/(a+)+$/ takes more than 250 ms for a text of 51 characters",
      ],
      [
        "a pause without end",
        "the answer pauses for 9007199254740991 s; it went on after 30 days",
      ],
      [
        "a button that is not there",
        "there is nothing "Buy" to click.",
      ],
      [
        "a wait of a month",
        "passes",
      ],
      [
        "greets",
        "passes",
      ],
    ]
  `);
});

test('an expression that runs away is told at its own place, and its turn counts once', () => {
  const turn = `{ ${answering({ messages: [`${'a'.repeat(40)}!`] })}, expect: { says: '/^(a+)+$/' } }`;
  const folder = talkingProject({ one: talks({ slow: [turn] }) });
  const { results } = JSON.parse(played(folder, ['--json']).stdout) as TestReport;
  expect(results).toMatchObject([
    {
      turns: { played: 1, all: 1 },
      failures: [{ check: 'says', where: { line: 5, column: turn.indexOf("'/^") + 9 } }],
    },
  ]);
});

test('a bug of ours fails the one conversation that it comes up in, and is told by the exit code', () => {
  const folder = talkingProject({
    late: talks(
      { 'beyond the end of time': [`{ ${answering({ messages: ['a', { delay: 10 }] })} }`, '{ says: hi }'] },
      "given: { settings: { conversationType: chat }, clock: '+275760-09-12T23:59:59Z' }\n",
    ),
    one: talks({ greets: [good] }),
  });
  const { code, stdout } = played(folder, ['--json']);
  const { results } = JSON.parse(stdout) as TestReport;
  expect(results).toMatchObject([
    {
      pass: false,
      failures: [
        {
          turn: 2,
          check: 'internal-error',
          actual: ['Invalid time value', expect.stringContaining('a bug in lpf-emulator')],
        },
      ],
    },
    { pass: true },
  ]);
  expect(code).toBe(70);
});
