import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../temporary.ts';
import { atHome } from './command.ts';
import { played, talkingProject, talks } from './talk.ts';
import { steady } from './tiny.ts';

const inCi = { ...atHome, CI: 'true' };

const file = (says: string, name = 'ids'): string =>
  talks({ [name]: [`{ says: ${says} }`] }, 'snapshot: true\n');

test('a snapshot is written at home, compared everywhere, and updated when asked', () => {
  const folder = talkingProject({ one: file('id') });
  const stored = () => readFileSync(join(folder, 'conversations/one.snap.yaml'), 'utf8');

  const ci = played(folder, [], inCi);
  expect(ci.code).toBe(1);
  expect(ci.stdout).toContain('→ lpf-emulator test writes one where CI is not set; commit it');
  expect(existsSync(join(folder, 'conversations/one.snap.yaml'))).toBe(false);

  const first = played(folder);
  expect(first.code).toBe(0);
  expect(first.stdout).toContain('snapshots: 1 written');
  expect(stored()).toMatchInlineSnapshot(`
    "# What the bots of one.yaml do. Written by lpf-emulator test --update.
    ids:
      - turn: consumer says “id”
        bot:
          - assigned: echo
            skill: bot
          - says: talk <conversation>
          - says: ticket <id 1>
    "
  `);
  const written = stored();
  expect(played(folder, [], inCi)).toMatchObject({ code: 0 });

  writeFiles(folder, { 'conversations/one.yaml': file('hi') });
  const changed = played(folder);
  expect(changed.code).toBe(1);
  expect(steady(changed.stdout)).toMatchInlineSnapshot(`
    "conversations/one.yaml
      ✗ ids  1 turn, <time>
          ✗ snapshot
            expected  turn 1: "consumer says “id”"
                      turn 1, consumer says “hi”, bot[1].says: "talk <conversation>"
                      turn 1, consumer says “hi”, bot[2]: {"says":"ticket <id 1>"}
            actual    turn 1: "consumer says “hi”"
                      turn 1, consumer says “hi”, bot[1].says: "You said hi."
                      turn 1, consumer says “hi”, bot[2]: nothing
            at conversations/one.yaml:4:5
            → if this is meant, store it: lpf-emulator test --update
          transcript so far
            consumer   hi
            · the bot echo has it now, skill bot
            · echo was called: ok, <time>, <time> CPU, <time> projected
            bot        You said hi.

    ✓ 0 passed  ✗ 1 failed  · 1 conversation of 1 file in <time>
    "
  `);
  expect(stored()).toBe(written);
  expect(played(folder, ['--update'], inCi)).toMatchObject({ code: 2, stdout: '' });
  expect(played(folder, ['--update']).stdout).toContain('snapshots: 1 updated');

  writeFiles(folder, { 'conversations/one.yaml': file('hi', 'renamed') });
  const renamed = played(folder);
  expect(renamed.stdout).toContain(
    '! obsolete snapshot: conversations/one.yaml: ids; lpf-emulator test --update removes it',
  );
  expect(played(folder, ['--update']).stdout).toContain('snapshots: 1 removed');
  expect(stored()).not.toContain('ids:');

  writeFiles(folder, { 'conversations/one.snap.yaml': '- a list\n' });
  const unreadable = played(folder);
  expect(unreadable.stdout).toContain('bad-conversation  conversations/one.snap.yaml holds no snapshots');
  expect(unreadable.stdout).toContain('✓ renamed');
  expect(unreadable.code).toBe(1);

  const place = join(folder, 'conversations/one.snap.yaml');
  rmSync(place);
  mkdirSync(place);
  const taken = played(folder);
  expect(taken.stdout).toContain(
    'bad-conversation  conversations/one.snap.yaml cannot be read: it is a folder',
  );
  expect(taken.code).toBe(1);
  rmSync(place, { recursive: true });
  symlinkSync('missing/one.snap.yaml', place);
  expect(played(folder)).toMatchObject({
    code: 2,
    stderr: `error[cannot-write] conversations/one.snap.yaml cannot be written: its folder does not exist
  → make its folder first, or choose another place
`,
  });
});
