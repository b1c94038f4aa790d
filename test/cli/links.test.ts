import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { working } from '../project/working.ts';
import { temporaryFolder, writeFiles } from '../temporary.ts';
import { command } from './command.ts';
import { good, played, talkingProject, talks } from './talk.ts';

const event = 'bot_connectors_custom_integration';

const circle = 'a link on the way to it leads in a circle';

/** A project whose payloads of one event are a link. */
function linkedPayloads(to: string): string {
  const folder = temporaryFolder({
    ...working('greet', { event }),
    'shared/mine.yaml': 'payload: {convId: c}\n',
  });
  mkdirSync(join(folder, 'payloads'));
  symlinkSync(to, join(folder, 'payloads', event));
  return folder;
}

test('payloads behind a link are checked, as functions are fed with them', () => {
  const { code, stdout } = command('lpf-emulator', linkedPayloads('../shared'), ['payload', 'check']);
  expect(stdout).toContain(`✗ bad-payload  payloads/${event}/mine.yaml: message is missing`);
  expect(code).toBe(1);
});

test('payloads behind a link in a circle are told, and none is taken in their place', () => {
  const folder = linkedPayloads(event);
  const why = `payloads/${event} cannot be read: ${circle}`;
  const checked = command('lpf-emulator', folder, ['payload', 'check']);
  expect(checked.stdout).toContain(`✗ file-not-found  ${why}`);
  expect(checked.code).toBe(1);
  const ran = command('lpf-emulator', folder, ['run', 'greet']);
  expect(ran.stderr).toContain(`error[file-not-found] ${why}`);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
});

test('conversations behind a link are played, each file once, and a link in a circle is told', () => {
  const folder = talkingProject({ one: talks({ greets: [good] }) });
  writeFiles(folder, { 'shared/two.yaml': talks({ 'greets too': [good] }) });
  symlinkSync('../shared', join(folder, 'conversations/shared'));
  symlinkSync('../conversations', join(folder, 'shared/back'));
  expect(played(folder).stdout).toContain('✓ 2 passed');

  symlinkSync('circle', join(folder, 'conversations/circle'));
  const told = played(folder);
  expect(told.stderr).toContain(`error[file-not-found] conversations/circle cannot be read: ${circle}`);
  expect(told).toMatchObject({ code: 2, stdout: '' });
});
