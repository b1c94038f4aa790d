import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../temporary.ts';
import { command } from './command.ts';
import { talkingProject, talks } from './talk.ts';
import { steady } from './tiny.ts';

const menu = `async function lambda(input) {
  const { message, convId } = input.payload;
  if (message === 'hi') return { messages: ['Hello!', choices(['Tea', 'Coffee'])] };
  if (message === 'bye') return { messages: [\`5 * 3 for \${convId}\`], context: { action: 'CLOSE_CONVERSATION' } };
  return { messages: [{ delay: 2 }, \`One \${message}.\`, { text: 'a note', messageAudience: 'AGENTS_AND_MANAGERS' }] };
}
const choices = (titles) => ({
  structuredContent: {
    message: 'What may it be?',
    quickReplies: {
      type: 'quickReplies',
      itemsPerRow: 2,
      replies: titles.map((title) => ({ type: 'button', title, click: { actions: [{ type: 'publishText', text: title }] } })),
    },
  },
});
`;

/** A project with a transcript of a conversation in it; the bot's code can be changed afterwards. */
function recorded(): { folder: string; run: (...args: string[]) => ReturnType<typeof command> } {
  const turns = ['{ says: hi }', '{ clicks: Tea }', '{ idle: 1h }', '{ says: bye }'];
  const folder = talkingProject({ one: talks({ 'A cup of tea': turns }) });
  writeFiles(folder, { 'functions/echo/index.js': menu });
  const run = (...args: string[]) => command('lpf-emulator', folder, args);
  expect(run('test', '--transcripts', 'kept')).toMatchObject({ code: 0 });
  return { folder, run };
}

const file = 'kept/one-a-cup-of-tea-v2.json';

let shared: ReturnType<typeof recorded>;

beforeAll(() => {
  shared = recorded();
});

test('a transcript is shown as people read it', () => {
  const { run } = shared;
  const { code, stdout } = run('transcript', file);
  expect(stdout.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '<id>')).toMatchInlineSnapshot(`
    "consumer   hi
    · the bot echo has it now, skill bot
    bot        Hello!
    bot        What may it be?
               [Tea] [Coffee]
    consumer   ▸ Tea
    · a pause of 2 s, typing
    · 2 s later
    bot        One Tea.
    note       a note  (for agents)
    · 1 hour later
    consumer   bye
    bot        5 * 3 for <id>
    · action CLOSE_CONVERSATION
    · the bot closes the conversation
    "
  `);
  expect(code).toBe(0);
  expect(steady(run('transcript', file, '--calls').stdout)).toContain('· echo was called: ok, <time>');
  expect(JSON.parse(run('transcript', file, '--json').stdout)).toContainEqual(
    expect.objectContaining({ kind: 'bot-text', text: 'One Tea.' }),
  );
});

test('a replay says turn by turn whether the bot still does the same', () => {
  const { folder, run } = recorded();
  const same = run('transcript', file, '--replay');
  expect(same.stdout).toContain('✓ the same in 4 turns');
  expect(same.code).toBe(0);

  writeFiles(folder, {
    'functions/echo/index.js': menu.replace('`One ${message}.`', '`Here is your ${message}.`'),
  });
  const changed = run('transcript', file, '--replay');
  expect(changed.stdout).toMatchInlineSnapshot(`
    "✓ same  turn 1, consumer says “hi”
    ✗ different  turn 2, consumer clicks “Tea”
      [1].says  "One Tea."  →  "Here is your Tea."
      this time
        consumer   ▸ Tea
        · a pause of 2 s, typing
        · 2 s later
        bot        Here is your Tea.
        note       a note  (for agents)
    ✓ same  turn 3, nothing happens for 1h
    ✓ same  turn 4, consumer says “bye”

    ✗ different in 1 of 4 turns
    "
  `);
  expect(changed.code).toBe(1);

  const from = run('transcript', file, '--from', '3');
  expect(from.stdout).toMatchInlineSnapshot(`
    "· not compared  turn 1, consumer says “hi”
    · not compared  turn 2, consumer clicks “Tea”
    ✓ same  turn 3, nothing happens for 1h
    ✓ same  turn 4, consumer says “bye”

    ✓ the same in 2 turns
    "
  `);
  expect(from.code).toBe(0);

  writeFiles(folder, { 'functions/echo/index.js': menu.replace("'Tea', ", "'Green tea', ") });
  const impossible = run('transcript', file, '--replay', '--json');
  expect(JSON.parse(impossible.stdout)).toMatchObject({
    same: false,
    turns: [
      {
        outcome: 'different',
        differences: [{ path: '[2].quickReplies[0]', before: 'Tea', after: 'Green tea' }],
      },
      { outcome: 'impossible', reason: expect.stringContaining('there is nothing "Tea" to click.') },
    ],
  });
  expect(impossible.code).toBe(1);
});

test('a transcript becomes a conversation file that passes, and fails when the bot changes', () => {
  const { folder, run } = recorded();
  expect(run('transcript', file, '--save', 'tea/one')).toMatchObject({
    code: 0,
    stdout: 'conversations/tea/one.yaml\n',
  });
  expect(readFileSync(join(folder, 'conversations/tea/one.yaml'), 'utf8')).toMatchInlineSnapshot(`
    "function: echo
    conversations:
      - name: A cup of tea
        turns:
          - says: hi
            expect:
              says:
                - Hello!
                - What may it be?
              quickReplies:
                - Tea
                - Coffee
              state: bot
          - clicks: Tea
            expect:
              says: One Tea.
              note: a note
              delay: 2
          - idle: 1h
          - says: bye
            expect:
              says: /^5 \\* 3 for .*$/s
              action: CLOSE_CONVERSATION
              state: closed
    "
  `);
  expect(run('test', 'tea/one')).toMatchObject({ code: 0 });

  expect(run('transcript', file, '--save', 'tea/one').stderr).toContain(
    'error[already-exists] conversations/tea/one.yaml is there already',
  );
  expect(run('transcript', file, '--save', 'one.yaml/two').stderr).toBe(
    `error[cannot-write] conversations/one.yaml/two.yaml cannot be written: a file is in the way of a folder
  → move that file away, or choose another place
`,
  );
  expect(run('transcript', file, '--save', '../one').stderr).toContain(
    'error[bad-usage] "../one" is no name of a conversation file in conversations/',
  );
  writeFiles(folder, { 'functions/echo/index.js': menu.replace('5 * 3', '5 + 3') });
  expect(run('test', 'tea/one')).toMatchObject({ code: 1 });
});

/** A transcript of one turn that led to one entry. */
function transcriptWith(entry: object): unknown {
  const standing = { state: 'bot', assignee: { type: 'bot', name: 'echo' } };
  const turns = [{ turn: { says: 'hi' }, entries: [{ at: 1, step: 1, ...entry }], standing }];
  return { format: 1, name: 'a', function: 'echo', generation: 'v2', id: 'id', given: {}, base: '.', turns };
}

test.each([
  [['--from', '99'], '--from 99: the transcript has 4 turns'],
  [['--replay', '--save', 'x'], "option '--save <name>' cannot be used with option '--replay'"],
  [['--save', 'x', '--json'], "option '--save <name>' cannot be used with option '--json'"],
  [['--engine', 'vm2'], '--engine says nothing without --replay or --from'],
])('flags that would be passed over are refused: %s', (flags, message) => {
  const { run } = shared;
  const { code, stdout, stderr } = run('transcript', file, ...flags);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test.each([
  ['nothing', 'missing.json', 'error[file-not-found] missing.json does not exist or cannot be read'],
  ['no JSON', 'text.json', 'error[bad-transcript] text.json is no JSON'],
  [
    'another thing',
    'other.json',
    'error[bad-transcript] other.json is none of this version: format is missing',
  ],
  [
    'an entry without what its kind has',
    'entry.json',
    'error[bad-transcript] entry.json is none of this version: turns[0].entries[0].bot is missing, it must be text',
  ],
  [
    'an entry of no kind',
    'kind.json',
    'error[bad-transcript] kind.json is none of this version: turns[0].entries[0].kind must be one of consumer-joined, ',
  ],
])('%s is no transcript', (_, path, message) => {
  const folder = talkingProject({});
  writeFiles(folder, {
    'text.json': 'consumer: hi',
    'other.json': '{ "turns": [] }',
    'entry.json': transcriptWith({ kind: 'bot-quick-replies', text: 'a' }),
    'kind.json': transcriptWith({ kind: 'bot-sings', text: 'a' }),
  });
  const { code, stdout, stderr } = command('lpf-emulator', folder, ['transcript', path]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('a chat is written as a transcript, too', () => {
  const { folder, run } = recorded();
  const input = 'hi\n1\n/transcript kept/chat.json\n';
  const { code, stdout } = command('lpf-emulator', folder, ['chat', 'echo'], { input });
  expect(stdout).toContain('kept/chat.json is written\n');
  expect(code).toBe(0);
  expect(run('transcript', 'kept/chat.json', '--replay').stdout).toContain('✓ the same in 2 turns');
});

test('a chat goes on with a transcript, or begins it anew at a turn', () => {
  const { folder } = recorded();
  const goOn = (...args: string[]) =>
    command('lpf-emulator', folder, ['chat', 'echo', '--transcript', file, ...args], { input: 'Coffee\n' });
  const anew = goOn('--from', '2');
  expect(anew.stdout).toContain('What may it be?');
  expect(anew.stdout).not.toContain('One Tea.');
  expect(anew.stdout).toContain('One Coffee.');
  expect(anew.code).toBe(0);
  expect(goOn().stdout).toMatch(/One Tea\.[^]*5 \* 3 for[^]*Coffee/);
  expect(goOn('--given', 'g.yaml').stderr).toContain('cannot be used with option');
});

test('no value of a secret gets into a transcript; a replay has those of the project', () => {
  const value = 'a-value-that-nobody-may-read';
  const given = `given:
  secrets: { token: ${value} }
  mocks:
    - { url: https://shop.example.com/never, status: 204 }
    - { method: POST, url: https://shop.example.com/own, status: 204 }
    - { url: https://shop.example.com/own, headers: { authorization: Bearer ${value} }, status: 201 }
`;
  const folder = talkingProject({ one: talks({ asks: ['{ says: hi, expect: { says: "201" } }'] }, given) });
  writeFiles(folder, {
    'functions/echo/index.js': `import { Toolbelt } from "core-functions-toolbelt";
async function lambda() {
  const { value } = await Toolbelt.SecretClient().readSecret('token');
  const answer = await fetch('https://shop.example.com/own', { headers: { authorization: 'Bearer ' + value } });
  return { messages: [String(answer.status)] };
}
`,
  });
  const run = (...args: string[]) => command('lpf-emulator', folder, args);
  expect(run('test', '--transcripts', 'kept')).toMatchObject({ code: 0 });
  const kept = 'kept/one-asks-v2.json';
  expect(readFileSync(join(folder, kept), 'utf8')).not.toContain(value);

  expect(run('transcript', kept, '--replay')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'had a secret "token", and functions/settings.json has none of that name',
    ),
  });
  writeFiles(folder, { 'functions/settings.json': { secrets: [{ key: 'token', value }] } });
  expect(run('transcript', kept, '--replay')).toMatchObject({
    code: 0,
    stdout: `· values of secrets are not kept; functions/settings.json has to have token
✓ same  turn 1, consumer says “hi”

✓ the same in 1 turn
`,
  });
  expect(run('transcript', kept, '--save', 'saved').stdout).toContain('has to have token\n');
  const saved = readFileSync(join(folder, 'conversations/saved.yaml'), 'utf8');
  expect(saved).not.toContain(value);
  // A mock that nothing asked for would be warned of with every test.
  expect(saved.match(/(?:method|url): .*/g)).toEqual(['url: https://shop.example.com/own']);
  expect(run('test', 'saved')).toMatchObject({ code: 0 });
});
