import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestReport } from '../../emulator/conversation/result.ts';
import { writeFiles } from '../temporary.ts';
import { command } from './command.ts';
import { bad, good, played, talkingProject, talks } from './talk.ts';
import { steady } from './tiny.ts';

test('shards play each conversation once, and their reports are joined', () => {
  const folder = talkingProject({
    one: talks({ a: [good], b: [bad], c: [good] }),
    two: talks({ d: [good], e: [good] }),
    broken: '[',
  });
  for (const shard of ['1/2', '2/2']) {
    const { code, stdout, stderr } = played(folder, [
      '--shard',
      shard,
      '-r',
      `blob=${shard.replace('/', '-')}.json`,
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const failed = shard === '1/2' ? 0 : 1;
    expect(stderr).toMatch(
      new RegExp(`^lpf-emulator test: \\d passed, ${failed} failed, 1 not usable in \\S+ m?s\n$`),
    );
  }
  const merge = (...args: string[]) => command('lpf-emulator', folder, ['merge-reports', ...args]);
  const whole = JSON.parse(played(folder, ['--json']).stdout) as TestReport;
  const joined = JSON.parse(merge('2-2.json', '1-2.json', '--json').stdout) as TestReport;
  expect(names(joined)).toEqual(names(whole));
  const { code, stdout } = merge('1-2.json', '2-2.json');
  expect(steady(stdout)).toContain('✗ b  1 turn, <time>\n');
  expect(stdout).toContain('You said ho.');
  expect(code).toBe(1);

  expect(merge('1-2.json').stderr).toBe(
    'error[bad-blob] shard 2 of 2 is missing\n  → give the report of each shard of one run, once\n',
  );
  expect(merge('1-2.json', '2-2.json', '1-2.json').stderr).toContain(
    '1-2.json and 1-2.json are both shard 1 of 2',
  );
  writeFiles(folder, { 'none.json': '{ "format": 1, "report": {} }', 'half.json': '{' });
  expect(merge('1-2.json', 'none.json').stderr).toContain(
    'error[bad-blob] none.json is no report of this version',
  );
  const report = JSON.parse(readFileSync(join(folder, '1-2.json'), 'utf8')) as { report: TestReport };
  report.report.results[0]?.transcript.push(
    JSON.parse('{"kind":"bot-quick-replies","at":1,"step":1}') as never,
  );
  writeFiles(folder, { 'entry.json': report });
  expect(merge('entry.json', '2-2.json')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('error[bad-blob] entry.json is no report of this version'),
  });
  expect(merge('half.json')).toMatchObject({ code: 2, stdout: '' });
  expect(merge('missing.json').stderr).toContain('error[file-not-found] missing.json');
});

/** What a report says, its times aside. */
function names({ results, broken }: TestReport): unknown {
  return [results.map(({ file, name, pass }) => [file, name, pass]), broken];
}
