import { endless, underWay } from './endless.ts';
import { talkingProject, talks } from './talk.ts';
import { watched } from './watched.ts';

const turn = (says: string): string => `{ says: hi, expect: { says: ${says} } }`;

test('a saved conversation plays its file, a saved function plays all: test --watch', async () => {
  const folder = talkingProject({
    one: talks({ greets: [turn('You said hi.')] }),
    two: talks({ greets: [turn('You said hi.')] }),
  });
  const watch = watched('lpf-emulator', folder, ['test']);
  expect(await watch.until('watching for saves; Ctrl-C ends it\n')).toContain('✓ 2 passed');

  watch.save({ 'conversations/one.yaml': talks({ greets: [turn('You wrote hi.')] }) });
  const failed = await watch.until(/1 failed .*\n$/);
  expect(failed).toContain('\n↻ conversations/one.yaml changed\n');
  expect(failed).toContain('expected  You wrote hi.');
  expect(failed).not.toContain('two.yaml');

  const bot =
    'async function lambda({ payload }) { return { messages: [`You wrote ${payload.message}.`] }; }\n';
  watch.save({ 'functions/echo/index.js': bot });
  const all = await watch.until(/1 failed .*\n$/);
  expect(all).toMatch(/one\.yaml\n {2}✓ greets[^]*two\.yaml\n {2}✗ greets/);

  // A save drops the round that it finds under way.
  watch.save({ 'functions/echo/index.js': endless });
  await underWay();
  watch.save({ 'functions/echo/index.js': bot });
  const again = await watch.until(/\d failed .*\n$/);
  expect(again.match(/^↻.*$/gm)).toHaveLength(2);
  expect(again).toMatch(/one\.yaml\n {2}✓ greets[^]*two\.yaml\n {2}✗ greets/);
  expect(again).not.toContain('no answer within');

  watch.save({ 'conversations/three.yaml': talks({ added: ['{ says: hi }'] }, 'snapshot: true\n') });
  expect(await watch.until(/1 passed .*\n$/)).toContain('snapshots: 1 written');

  watch.save({ 'conversations/one.yaml': '[' });
  expect(await watch.until(/1 file not usable .*\n$/)).toContain('conversations/one.yaml is not YAML');
  expect(await watch.interrupt()).toBe(0);
});
