import type { TestReport } from '../../emulator/conversation/result.ts';
import { good, played, talkingProject, talks } from './talk.ts';

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
