import type { TestReport } from '../../emulator/conversation/result.ts';
import { snapshotOf } from '../temporary.ts';
import { bad, good, played, talkingProject, talks } from './talk.ts';
import { steady } from './tiny.ts';

test('what goes as it is written passes, file by file', () => {
  const folder = talkingProject({
    one: talks({
      greets: [good],
      'keeps count': ['{ says: count }', '{ says: count, expect: { says: turn 2 } }'],
    }),
    'below/two': talks({ counts: ['{ says: count, expect: { says: turn 1 } }'] }),
  });
  const before = snapshotOf(folder);
  const { code, stdout, stderr } = played(folder);
  expect(steady(stdout)).toMatchInlineSnapshot(`
    "conversations/below/two.yaml
      ✓ counts  1 turn, <time>

    conversations/one.yaml
      ✓ greets  1 turn, <time>
      ✓ keeps count  2 turns, <time>

    ✓ 3 passed  · 3 conversations of 2 files in <time>
    "
  `);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(snapshotOf(folder)).toEqual(before);
});

test('what goes otherwise is told: expected, actual, the input, the transcript so far', () => {
  const folder = talkingProject({
    one: talks({ greets: ['{ says: first }', bad, '{ says: never }'], other: [good] }),
  });
  const { code, stdout } = played(folder);
  expect(steady(stdout)).toMatchInlineSnapshot(`
    "conversations/one.yaml
      ✗ greets  2 of 3 turns, <time>
          ✗ says
            expected  You said ho.
            actual    You said hi.
            at conversations/one.yaml:6:37
          ✗ quickReplies
            expected  A
                      B
            actual    nothing
            at conversations/one.yaml:6:66
          in turn 2, consumer says “hi”
          transcript so far
            consumer   first
            · the bot echo has it now, skill bot
            · echo was called: ok, <time>, <time> CPU, <time> projected
            bot        You said first.
            consumer   hi
            · echo was called: ok, <time>, <time> CPU, <time> projected
            bot        You said hi.
      ✓ other  1 turn, <time>

    ✓ 1 passed  ✗ 1 failed  · 2 conversations of 1 file in <time>
    "
  `);
  expect(code).toBe(1);
});

test('an error that nobody expects is a failure of its own', () => {
  const folder = talkingProject({
    one: talks({
      fails: ['{ says: fail }'],
      'fails as expected': ['{ says: fail, expect: { escalated: aivendor.faas.invoke-lambda } }'],
    }),
  });
  const { stdout } = played(folder);
  expect(steady(stdout)).toMatchInlineSnapshot(`
    "conversations/one.yaml
      ✗ fails  1 turn, <time>
          ✗ error
            expected  nothing of the kind
            actual    aivendor.faas.invoke-lambda: the function echo ended with failed: no luck
            at conversations/one.yaml:5:9
          in turn 1, consumer says “fail”
          transcript so far
            consumer   fail
            · the bot echo has it now, skill bot
            · echo was called: failed, <time>, <time> CPU, <time> projected
              ✗ function-failed  no luck
                at functions/echo/index.js:6:33
                → catch what can fail and answer with a fallback: a failing function ends its caller’s chain
              com.customer.faas.function.threw-error
                at lambda (functions/echo/index.js:6:33)
            ✗ aivendor.faas.invoke-lambda: the function echo ended with failed: no luck
            connector  Something went wrong. You are being connected to a colleague.
            · escalated for aivendor.faas.invoke-lambda to bot
            connector  The bot could not go on with this conversation.  (for agents)
            · the bot echo has it now, skill bot
      ✓ fails as expected  1 turn, <time>

    ✓ 1 passed  ✗ 1 failed  · 2 conversations of 1 file in <time>
    "
  `);
});

test('conversations see nothing of each other: instances, accounts and secrets are their own', () => {
  const turns = ['{ says: count, expect: { says: turn 1 } }'];
  const folder = talkingProject({ one: talks({ a: turns, b: turns, c: turns }), two: talks({ d: turns }) });
  const { code, stdout } = played(folder, ['--concurrency', '1']);
  expect(stdout).toContain('✓ 4 passed');
  expect(code).toBe(0);
});

test('a mock that nothing uses is told: by its conversation, or at the end of the file whose conversations share it', () => {
  const shared = 'given: { mocks: [{ url: https://shop.example.com/shared }] }\n';
  const one = talks({ fetches: ['{ says: fetch, expect: { says: "201" } }'], greets: [good] }, shared);
  const mocks = ['own, status: 201', 'other, body: "[secret none]"'].map(
    (rest) => `{ url: https://shop.example.com/${rest} }`,
  );
  const own = `    given: { mocks: [${mocks.join(', ')}] }\n`;
  const folder = talkingProject({
    one: one.replace('fetches\n', `fetches\n${own}`),
    two: talks({ greets: [good], fails: [bad] }, shared),
  });
  const { stdout } = played(folder);
  expect(steady(stdout).split('\n\n')[0]).toMatchInlineSnapshot(`
    "conversations/one.yaml
      ! fetches  1 turn, <time>
          ! unused-mock  no request used the mock any method https://shop.example.com/other
            → take it out, or find out why the request is not made
      ! greets  1 turn, <time>
          ! unused-mock  no conversation of this file used the mock any method https://shop.example.com/shared
            → take it out, or find out why the request is not made"
  `);
  expect(stdout.match(/unused-mock/g)).toHaveLength(2);
  expect(played(folder, ['one', '--name', 'greets']).stdout).not.toContain('unused-mock');
});

test('a conversation that cannot even begin holds up none of the others', () => {
  const folder = talkingProject({
    one: talks({ 'two bots of one skill': [good] }, 'given: { bots: { other: { function: echo } } }\n'),
    two: talks({ greets: [good] }),
  });
  const { code, stdout } = played(folder);
  expect(steady(stdout)).toMatchInlineSnapshot(`
    "conversations/one.yaml
      ✗ two bots of one skill  0 of 1 turn, <time>
          ✗ given
            expected  to be possible
            actual    the skill "bot" leads to both echo and other
                      give each bot a skill of its own in its settings
            at conversations/one.yaml:4:5

    conversations/two.yaml
      ✓ greets  1 turn, <time>

    ✓ 1 passed  ✗ 1 failed  · 2 conversations of 2 files in <time>
    "
  `);
  expect(code).toBe(1);
});

test('a file that cannot be used holds up none of the others', () => {
  const folder = talkingProject({
    good: talks({ greets: [good] }),
    broken: 'function: [echo\n',
    empty: '',
    misspelt: talks({ greets: ['{ say: hi }'] }),
  });
  const { code, stdout } = played(folder);
  expect(steady(stdout)).toMatchInlineSnapshot(`
    "conversations/good.yaml
      ✓ greets  1 turn, <time>

    ✗ conversations/broken.yaml  cannot be used
      ✗ bad-conversation  conversations/broken.yaml is not YAML: flow sequence in block collection must be sufficiently indented and end with a ]
        at conversations/broken.yaml:2:1
        → correct it there

    ✗ conversations/empty.yaml  cannot be used
      ✗ bad-conversation  conversations/empty.yaml is empty
        at conversations/empty.yaml:1:1
        → write a conversation into it: function, and conversations with a name and turns

    ✗ conversations/misspelt.yaml  cannot be used
      ✗ bad-conversation  conversations/misspelt.yaml: conversations[0].turns[0].say is not a known key
        at conversations[0].turns[0].say
        at conversations/misspelt.yaml:5:11
        → did you mean "says"?

    ✓ 1 passed  ✗ 3 files not usable  · 1 conversation of 1 file in <time>
    "
  `);
  expect(code).toBe(1);
});

test('files, folders, names and parts of names choose what is played', () => {
  const folder = talkingProject({
    one: talks({ greets: [good], counts: ['{ says: count }'] }),
    'below/two': talks({ greets: [good] }),
  });
  const names = (...args: string[]): string[] => {
    const { results } = JSON.parse(played(folder, [...args, '--json']).stdout) as TestReport;
    return results.map(({ file, name }) => `${file}: ${name}`);
  };
  expect(names('one')).toEqual(['conversations/one.yaml: greets', 'conversations/one.yaml: counts']);
  expect(names('conversations/below')).toEqual(['conversations/below/two.yaml: greets']);
  expect(names('below/two.yaml', 'conversations/one.yaml', '--name', 'GREET')).toEqual([
    'conversations/below/two.yaml: greets',
    'conversations/one.yaml: greets',
  ]);
});

test.each([
  [
    'a file that is not there',
    ['oen'],
    'error[unknown-conversation] no conversation file "oen". Did you mean "one"?\n  → the files in conversations/ are one\n',
  ],
  [
    'a folder without one',
    ['functions'],
    'error[unknown-conversation] functions holds no conversation file\n  → the files in conversations/ are one\n',
  ],
  [
    'a name that none has',
    ['-n', 'gretes'],
    'error[bad-usage] no conversation has "gretes" in its name. Did you mean "greets"?\n',
  ],
  [
    'a part that is none',
    ['--shard', '3/2'],
    'error[bad-usage] --shard takes a part and the number of parts, not "3/2"\n',
  ],
  ['a reporter that is none', ['-r', 'xml'], 'error[bad-usage] no reporter named "xml".'],
  [
    'two reporters to one place',
    ['-r', 'junit', '--json'],
    'error[bad-usage] two reporters would write to standard output',
  ],
  [
    'an endless report',
    ['--watch', '-r', 'junit'],
    'error[bad-usage] --watch goes on and on, which junit on standard output cannot',
  ],
])('%s is wrong usage', (_, args, message) => {
  const { code, stdout, stderr } = played(talkingProject({ one: talks({ greets: [good] }) }), args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('a project without conversations is told how to get one', () => {
  const { code, stderr } = played(talkingProject({}));
  expect(stderr).toBe(
    'error[unknown-conversation] conversations/ holds no conversation file\n  → write one, or save one from a conversation: lpf-emulator chat <function>, then /save\n',
  );
  expect(code).toBe(2);
});
