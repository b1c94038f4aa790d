import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conversationSchema } from '../../emulator/conversation/json-schema.ts';
import type { TestReport } from '../../emulator/conversation/result.ts';
import { command } from '../cli/command.ts';

const root = join(__dirname, '../..');

test('the conversations of the templates go as they say, on both generations', () => {
  const { code, stdout } = command('lpf-emulator', root, ['test', '--generation', 'all', '--json']);
  const { results, broken, snapshots } = JSON.parse(stdout) as TestReport;
  expect(broken).toEqual([]);
  expect(
    results.flatMap(({ name, failures, warnings }) =>
      [...failures, ...warnings].map((each) => ({ name, each })),
    ),
  ).toEqual([]);
  expect(new Set(results.map(({ file }) => file))).toEqual(
    new Set(
      ['customIntegration', 'errorHook', 'participantsChange', 'postHook', 'preHook'].map(
        (name) => `conversations/${name}.yaml`,
      ),
    ),
  );
  expect(results.filter(({ generation }) => generation === 'v1')).toHaveLength(results.length / 2);
  expect(snapshots.obsolete).toEqual([]);
  expect(code).toBe(0);
});

test('the schema for editors is that of the code: lpf-emulator test --schema > conversations/schema.json', () => {
  const stored = JSON.parse(readFileSync(join(root, 'conversations/schema.json'), 'utf8')) as unknown;
  expect(stored).toEqual(JSON.parse(conversationSchema()));
});
