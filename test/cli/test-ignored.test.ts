import type { TestReport } from '../../emulator/conversation/result.ts';
import { writeFiles } from '../temporary.ts';
import { answering, played, talkingProject, talks } from './talk.ts';

test('what the connector ignores is told: an action fails a turn that does not expect that, all else is a warning', () => {
  const misspelt = answering({
    messages: ['I transfer you'],
    context: { action: 'TRANSFER', actionParameters: { Skill: 'sales' } },
  });
  const unsure = answering({ messages: ['hm'], context: { intentId: 'x', confidenceScore: 3 } });
  const folder = talkingProject({
    one: talks({
      ignored: [`{ ${misspelt}, expect: { says: I transfer you } }`],
      'ignored though expected': [`{ ${misspelt}, expect: { action: TRANSFER } }`],
      'ignored as expected': [`{ ${misspelt}, expect: { action: { name: TRANSFER, outcome: ignored } } }`],
      'an intent': [`{ ${unsure}, expect: { says: hm } }`],
    }),
  });
  const { code, stdout } = played(folder, ['--json']);
  const { results } = JSON.parse(stdout) as TestReport;
  const lines = results.map(({ failures, warnings }) => [
    ...failures.flatMap(({ check, actual, where }) => [
      `${check} at ${where.line}:${where.column}`,
      ...actual,
    ]),
    ...warnings.map(({ code: what, message }) => `! ${what} ${message}`),
  ]);
  expect(lines).toMatchInlineSnapshot(`
    [
      [
        "action at 5:9",
        "TRANSFER Skill=sales ignored",
        "skill is missing, expected a string (liveperson-functions-invalid-action-body)",
        ""Skill" is no key that is read here. Did you mean "skill"?",
      ],
      [
        "action at 8:144",
        "TRANSFER Skill=sales ignored",
        "skill is missing, expected a string (liveperson-functions-invalid-action-body)",
        ""Skill" is no key that is read here. Did you mean "skill"?",
      ],
      [],
      [
        "! bad-answer confidenceScore is 3, expected a number from 0 to 1 (liveperson-functions-invalid-body)",
      ],
    ]
  `);
  expect(code).toBe(1);
});

test('an error hook that crashes is told, although the turn expects the error', () => {
  const hooked = 'given: { settings: { hooks: { error: crashes } } }\n';
  const folder = talkingProject({
    one: talks(
      {
        crashes: ['{ says: fail, expect: { escalated: true } }'],
        'crashes as expected': ['{ says: fail, expect: { escalated: true, hooks: { error: failed } } }'],
      },
      hooked,
    ),
  });
  writeFiles(folder, {
    'functions/crashes/index.ts': "export async function lambda() { throw new Error('no luck'); }",
    'functions/crashes/config.json': { name: 'crashes', event: 'bot_connectors_error_hook', description: '' },
  });
  const { results } = JSON.parse(played(folder, ['--json']).stdout) as TestReport;
  expect(results.map(({ failures }) => failures.flatMap(({ actual }) => actual))).toEqual([
    [expect.stringMatching(/^the error hook crashes failed: /)],
    [],
  ]);
});
