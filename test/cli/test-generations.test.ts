import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestReport } from '../../emulator/conversation/result.ts';
import { writeFiles } from '../temporary.ts';
import { command } from './command.ts';
import { good, played, talkingProject, talks } from './talk.ts';
import { steady } from './tiny.ts';

test('a hand-written bot is told, and played, as what it is written for', () => {
  const folder = talkingProject({ one: talks({ greets: [good] }) });
  const told = (...args: string[]): string[] => {
    const { results } = JSON.parse(played(folder, [...args, '--json']).stdout) as TestReport;
    return results.map(({ name, generation }) => `${name} ${generation}`);
  };
  expect(told('-g', 'all')).toEqual(['greets v2']);
  const late = 'function lambda(input, callback) {\n  callback(null, { messages: ["You said hi."] });\n}\n';
  writeFileSync(join(folder, 'functions/echo/index.js'), late);
  expect(told()).toEqual(['greets v1']);
  const refused = {
    code: 2,
    stdout: '',
    stderr: `error[bad-usage] echo is not written for v2
  → leave --generation out to run a hand-written function on its own generation
`,
  };
  expect(played(folder, ['-g', 'v2'])).toMatchObject(refused);
  expect(command('lpf-emulator', folder, ['chat', 'echo', '-g', 'v2'])).toMatchObject(refused);
});

/** A function whose source cannot be parsed. */
function unbuilt(name: string, event: string): Record<string, unknown> {
  return {
    [`functions/${name}/index.ts`]: 'export async function lambda() {\n  const x = ;\n}\n',
    [`functions/${name}/config.json`]: { name, event, description: name, environmentVariables: {} },
  };
}

test('a function that cannot be built is told once, and no conversation that needs it passes', () => {
  const escalates = '{ says: hi, expect: { escalated: true } }';
  const folder = talkingProject({
    one: `${talks({ escalates: [escalates], 'has a hook': [escalates], greets: [good] })}  - name: is about it
    turns: [{ says: hi, expect: { escalated: aivendor.faas.failed-faas-request } }]
`
      .replace('escalates\n', 'escalates\n    function: unbuilt\n')
      .replace('hook\n', 'hook\n    given: { settings: { hooks: { pre: unbuiltHook } } }\n')
      .replace('about it\n', 'about it\n    function: unbuilt\n'),
  });
  writeFiles(folder, {
    ...unbuilt('unbuilt', 'bot_connectors_custom_integration'),
    ...unbuilt('unbuiltHook', 'bot_connectors_pre_hook'),
  });
  const reporters = ['console', 'github=github.txt', 'junit=report.xml', 'blob=blob.json'];
  const { code, stdout } = played(folder, ['-g', 'all', ...reporters.flatMap((each) => ['-r', each])]);
  expect(steady(stdout)).toMatchInlineSnapshot(`
    "conversations/one.yaml
      ✓ greets  v2, 1 turn, <time>
      ✓ is about it  v1, 1 turn, <time>
      ✓ is about it  v2, 1 turn, <time>
      ! escalates  skipped: the function unbuilt cannot be used
      ! has a hook  skipped: the function unbuiltHook cannot be used

    ✗ functions/unbuilt  cannot be used
      ✗ syntax-error  Unexpected ";"
        at functions/unbuilt/index.ts:2:13
        → correct the source at this place

    ✗ functions/unbuiltHook  cannot be used
      ✗ syntax-error  Unexpected ";"
        at functions/unbuiltHook/index.ts:2:13
        → correct the source at this place

    ✓ 3 passed  ! 2 skipped  ✗ 2 files not usable  · 3 conversations of 1 file in <time>
    "
  `);
  expect(code).toBe(1);
  const at = 'file=functions/unbuilt/index.ts,line=2,';
  expect(readFileSync(join(folder, 'github.txt'), 'utf8').split(at)).toHaveLength(2);
  expect(readFileSync(join(folder, 'report.xml'), 'utf8')).toMatch(
    / tests="7" failures="0" errors="2" skipped="2" /,
  );
  const merged = command('lpf-emulator', folder, ['merge-reports', 'blob.json']);
  expect(steady(merged.stdout)).toBe(steady(stdout));
  expect(merged.code).toBe(1);
});
