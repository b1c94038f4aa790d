import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { atHome } from './command.ts';
import { bad, good, played, talkingProject, talks } from './talk.ts';
import { steady } from './tiny.ts';

test('the same for machines: JUnit, and GitHub with files named from the repository that is checked out', () => {
  const folder = talkingProject({ one: talks({ greets: [bad], other: [good] }), broken: '[' });
  const { code, stdout } = played(folder, ['-r', 'github', '-r', 'junit=report.xml'], {
    ...atHome,
    GITHUB_WORKSPACE: dirname(folder),
  });
  expect(steady(stdout).replaceAll(`=${basename(folder)}/`, '=<project>/')).toMatchInlineSnapshot(`
    "::error file=<project>/conversations/one.yaml,line=5,col=37,title=not-as-expected%3A greets::consumer says “hi”%0Asays expected You said ho.%0Aactual You said hi.
    ::error file=<project>/conversations/one.yaml,line=5,col=66,title=not-as-expected%3A greets::consumer says “hi”%0AquickReplies expected A | B%0Aactual nothing
    ::error file=<project>/conversations/broken.yaml,line=1,col=2,title=bad-conversation%3A conversations/broken.yaml::conversations/broken.yaml is not YAML: flow sequence must end with a ]%0Acorrect it there
    lpf-emulator test: 1 passed, 1 failed, 1 not usable in <time>
    "
  `);
  expect(steady(readFileSync(join(folder, 'report.xml'), 'utf8'))).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="lpf-emulator test" tests="3" failures="1" errors="1" time="<seconds>">
    <testsuite name="conversations/one.yaml" tests="2" failures="1" errors="0" time="<seconds>">
    <testcase name="greets" classname="conversations/one.yaml" time="<seconds>">
    <failure message="says: expected You said ho., got You said hi." type="says">✗ says
      expected  You said ho.
      actual    You said hi.
      at conversations/one.yaml:5:37
    ✗ quickReplies
      expected  A
                B
      actual    nothing
      at conversations/one.yaml:5:66
    in turn 1, consumer says “hi”
    transcript so far
      consumer   hi
      · the bot echo has it now, skill bot
      · echo was called: ok, <time>, <time> CPU, <time> projected
      bot        You said hi.</failure>
    </testcase>
    <testcase name="other" classname="conversations/one.yaml" time="<seconds>"/>
    </testsuite>
    <testsuite name="conversations/broken.yaml" tests="1" failures="0" errors="1" time="<seconds>">
    <testcase name="cannot be used" classname="conversations/broken.yaml" time="<seconds>">
    <error message="conversations/broken.yaml is not YAML: flow sequence must end with a ]" type="bad-conversation">✗ bad-conversation  conversations/broken.yaml is not YAML: flow sequence must end with a ]
      at conversations/broken.yaml:1:2
      → correct it there</error>
    </testcase>
    </testsuite>
    </testsuites>
    "
  `);
  expect(code).toBe(1);
});
