import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestReport } from '../../emulator/conversation/result.ts';
import { command } from './command.ts';
import { good, played, talkingProject, talks } from './talk.ts';

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
