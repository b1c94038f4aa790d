import { sortScripts } from '../../emulator/compare/comparable.ts';
import type { Script } from '../../emulator/conversation/conversation-file.ts';
import { tinyProject } from '../cli/tiny.ts';
import { snapshotOf } from '../temporary.ts';
import { wrongIn } from './claims.ts';
import { type Compared, compareIn, reportIn } from './compared.ts';
import { otherBot } from './other-bot.ts';

const conversations = `function: echo
conversations:
  - name: A greeting
    turns:
      - says: hello
      - says: good bye
  - name: A greeting alone
    turns: [says: hello]
`;

const root = tinyProject({ 'conversations/talk.yaml': conversations });
const before = snapshotOf(root);

let same: Compared;
beforeAll(async () => {
  same = await compareIn(root, [], { json: true, require: ['same', 'endpoint.errors=0', 'max<0.001ms'] });
});

test('the same function gives the same answers both ways', () => {
  const { answers, conversations: rows } = reportIn(same);
  expect(answers).toEqual({
    id: 'answers',
    compared: 2,
    same: 2,
    different: 0,
    excluded: 0,
    errors: { function: 0, endpoint: 0 },
    calls: { function: 6, endpoint: 6 },
  });
  expect(rows.map(({ id, same: is, strayed }) => [id, is, strayed])).toEqual([
    ['conversation.1', true, { function: 0, endpoint: 0, of: 2 }],
    ['conversation.2', true, { function: 0, endpoint: 0, of: 2 }],
  ]);
});

test('each start is measured for itself, and every answer has its parts', () => {
  const { latency, first } = reportIn(same);
  expect(latency.map(({ id, wait, projected }) => [id, wait.n, projected])).toEqual([
    ['latency.function.warm', 4, true],
    ['latency.endpoint.warm', 4, false],
    ['latency.function.cold', 2, true],
    ['latency.endpoint.cold', 2, false],
  ]);
  expect(first.map(({ id, wait }) => [id, wait.n])).toEqual([
    ['first.function.warm', 2],
    ['first.endpoint.warm', 2],
    ['first.function.cold', 2],
    ['first.endpoint.cold', 2],
  ]);
  const parts = latency.map(({ parts: all }) =>
    Object.entries(all)
      .flatMap(([part, { n }]) => (n > 0 ? [part] : []))
      .join(' '),
  );
  expect(parts).toEqual([
    'bot outbound',
    'transport auth bot outbound',
    'start bot outbound',
    'transport auth bot outbound',
  ]);
});

test('every fault is tried both ways, and told by what the consumer has of it', () => {
  const told = reportIn(same).faults.map(({ fault, ...ends }) => [
    fault,
    ...[ends.function, ends.endpoint].map((end) =>
      end === null
        ? '-'
        : `${end.answered ? 'answer' : end.escalated ? 'agent' : 'nothing'} ${end.code ?? ''}`,
    ),
  ]);
  expect(told).toMatchInlineSnapshot(`
    [
      [
        "slow",
        "agent aivendor.faas.invoke-lambda",
        "agent aivendor.custom-endpoint.failed-request",
      ],
      [
        "down",
        "agent aivendor.faas.invoke-lambda",
        "agent aivendor.custom-endpoint.failed-request",
      ],
      [
        "error-500",
        "agent aivendor.faas.invoke-lambda",
        "agent aivendor.custom-endpoint.failed-request",
      ],
      [
        "error-404",
        "agent aivendor.faas.failed-faas-request",
        "agent aivendor.custom-endpoint.failed-request",
      ],
      [
        "malformed",
        "agent aivendor.faas.missing-response-body",
        "agent aivendor.custom-endpoint.invalid-response",
      ],
      [
        "expired-token",
        "-",
        "answer ",
      ],
      [
        "restarted",
        "answer ",
        "answer ",
      ],
    ]
  `);
});

test('time-outs and pauses count in full, though nobody waits for them here', () => {
  const after = Object.fromEntries(
    reportIn(same).faults.map(({ fault, endpoint }) => [fault, endpoint?.after ?? 0]),
  );
  expect([after['slow'], after['down']]).toEqual([195_000, 15_000]);
  // What the answers really took is added; the shortest pause is 5 s.
  expect(Math.floor((after['error-500'] ?? 0) / 5_000)).toBe(3);
  expect(reportIn(same).faults.find(({ fault }) => fault === 'slow')?.function?.after).toBe(30_000);
});

test('what is required decides on the exit code, and the verdict says so', () => {
  const { requirements, verdict } = reportIn(same);
  expect(requirements.map(({ text, met }) => [text, met])).toEqual([
    ['same', true],
    ['endpoint.errors=0', true],
    ['max<0.001ms', false],
  ]);
  expect([verdict, same.code]).toEqual([{ pass: false, reasons: ['not met: max<0.001ms'] }, 1]);
});

test('JSON is all that is printed, and nothing is written into the project', () => {
  expect(same.stderr).toBe('');
  expect(snapshotOf(root)).toEqual(before);
});

test('every claim of a real comparison points at rows with its figures', () => {
  expect(wrongIn(reportIn(same))).toEqual([]);
});

test('an endpoint that answers otherwise is shown turn by turn', async () => {
  const bot = await otherBot();
  try {
    const ended = await compareIn(root, ['talk'], { ...bot.flags, json: true, require: ['same>=50%'] });
    const { conversations: rows, answers, faults, setting } = reportIn(ended);
    expect([ended.code, answers.same, answers.different, setting.endpoint]).toEqual([
      0,
      1,
      1,
      bot.flags.endpoint,
    ]);
    expect(rows[0]).toMatchInlineSnapshot(`
      {
        "file": "conversations/talk.yaml",
        "id": "conversation.1",
        "name": "A greeting",
        "same": false,
        "strayed": {
          "endpoint": 2,
          "function": 0,
          "of": 2,
        },
        "turns": [
          {
            "differences": [
              {
                "after": "Pardon?",
                "before": "You said good bye.",
                "path": "[0].says",
              },
            ],
            "input": "consumer says “good bye”",
            "turn": 2,
          },
        ],
      }
    `);
    const restarted = faults.find(({ fault }) => fault === 'restarted')?.endpoint;
    expect([restarted?.done, restarted?.answered]).toEqual([
      'as if it had forgotten the conversation: 404 until created again',
      true,
    ]);
  } finally {
    await bot.close();
  }
});

test('a hand-written function is compared as what it is, and as nothing else', async () => {
  const late = tinyProject({
    'conversations/late.yaml': 'function: late\nconversations: [{ name: Late, turns: [says: hello] }]\n',
    'functions/late/index.js':
      'function lambda(input, callback) {\n  callback(null, { messages: ["late"] });\n}\n',
    'functions/late/config.json': { name: 'late', event: 'bot_connectors_custom_integration' },
  });
  const { setting, notes, answers } = reportIn(await compareIn(late, [], { json: true }));
  expect([setting.generation, answers.same]).toEqual(['v1', 1]);
  expect(notes[0]).toContain('waiting + CPU time here ÷ 0.5,');
  await expect(compareIn(late, [], { generation: 'v2' })).rejects.toThrow('late is not written for v2');
});

test('two that answer nothing are the same, and no success', async () => {
  const silent = tinyProject({
    'conversations/fails.yaml': 'function: echo\nconversations: [{ name: Fails, turns: [says: fail] }]\n',
  });
  const ended = await compareIn(silent, []);
  expect(ended.code).toBe(1);
  expect(ended.stdout.trimEnd().split('\n').at(-1)).toMatch(
    /^✗ no call was answered by the function or the endpoint {2}· 1 of 1 conversation the same in /,
  );
});

test('what cannot be compared is listed with the reason, and nothing to compare is no success', async () => {
  const other = tinyProject({
    'conversations/bad.yaml': 'function: echo\nconversations: 5\n',
    'conversations/other.yaml': 'function: other\nconversations: [{ name: Another, turns: [says: hello] }]\n',
    'functions/other/index.ts':
      'export async function lambda() { return { messages: ["other"], context: {} }; }\n',
    'functions/other/config.json': {
      name: 'other',
      event: 'bot_connectors_custom_integration',
      description: 'Another',
      input: { headers: [], payload: {} },
      environmentVariables: {},
    },
  });
  const ended = await compareIn(other, [], { function: 'echo', json: true, require: ['errors=0'] });
  const { excluded, broken, answers, faults, recommendation } = reportIn(ended);
  expect(excluded).toEqual([
    {
      id: 'excluded.1',
      file: 'conversations/other.yaml',
      name: 'Another',
      reason: 'its bot is the function other',
    },
  ]);
  expect(broken.map(({ file }) => file)).toEqual(['conversations/bad.yaml']);
  expect([answers.compared, faults, recommendation.choice, ended.code]).toEqual([0, [], 'either', 1]);
});

function script(name: string, given: Script['given']): Script {
  return { name, file: 'f', function: 'echo', given } as Script;
}

test('mocks and accounts cannot reach a service elsewhere', () => {
  const scripts = [
    script('plain', { sdes: {} }),
    script('with mocks', { mocks: [{ url: 'https://a.example/' }] }),
    script('with an account', { account: {} }),
  ];
  const reasons = (elsewhere: boolean) =>
    sortScripts(scripts, { function: 'echo', elsewhere }).excluded.map(
      ({ name, reason }) => `${name}: ${reason}`,
    );
  expect(reasons(false)).toEqual([]);
  expect(reasons(true)).toEqual([
    'with mocks: its mocks cannot reach a service elsewhere',
    'with an account: its account cannot reach a service elsewhere',
  ]);
});
