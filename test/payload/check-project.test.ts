import { checkProject } from '../../emulator/payload/check-project.ts';
import { temporaryFolder } from '../temporary.ts';
import { told } from './finding.ts';

const event = 'bot_connectors_custom_integration';

async function check(files: Record<string, string>) {
  const all = Object.entries(files).map(([path, text]) => [`payloads/${path}`, text]);
  const { payloads, fragments, findings } = await checkProject(temporaryFolder(Object.fromEntries(all)));
  return {
    payloads,
    fragments,
    findings: findings.map((finding) => `${finding.severity}: ${told(finding)}`),
  };
}

test('a project without payloads has nothing to check', async () => {
  expect(await check({})).toEqual({ payloads: 0, fragments: 0, findings: [] });
});

test('payloads and fragments that are good are counted', async () => {
  const files = {
    [`${event}/a.yaml`]: 'payload: {convId: c, message: hi}\n',
    'lpSdes/vip.yaml': 'value: {}\n',
  };
  expect(await check(files)).toEqual({ payloads: 1, fragments: 1, findings: [] });
});

test('a key that looks misspelt is doubtful, another unknown one is not', async () => {
  const text =
    'payload:\n  convId: c\n  message: hi\n  extra: 1\n  context: {lpSdse: {}, lpEvent: {sequnce: 1, own: 2}}\n';
  expect((await check({ [`${event}/a.yaml`]: text })).findings).toEqual([
    `warning: bad-payload at payloads/${event}/a.yaml:5:13 (context.lpSdse): ` +
      `payloads/${event}/a.yaml: context.lpSdse is not a known key → did you mean "lpSdes"?`,
    `warning: bad-payload at payloads/${event}/a.yaml:5:35 (context.lpEvent.sequnce): ` +
      `payloads/${event}/a.yaml: context.lpEvent.sequnce is not a known key → did you mean "sequence"?`,
  ]);
});

test('a folder that is named for no event, and a file in none, are told', async () => {
  const files = {
    'bot_connectors_error_hok/a.yaml': 'payload: {}\n',
    'lpevent/a.yaml': 'value: 1\n',
    'a.yaml': 'payload: {}\n',
  };
  expect((await check(files)).findings.map((text) => text.split(' → ')[0])).toEqual([
    'error: bad-payload at payloads/a.yaml: payloads/a.yaml belongs to no event, so no function is fed with it',
    'error: unknown-event at payloads/bot_connectors_error_hok: payloads/bot_connectors_error_hok is named for no event. ' +
      'Did you mean "bot_connectors_error_hook"?',
    'error: unknown-event at payloads/lpevent: payloads/lpevent is named for no event. Did you mean "lpEvent"?',
  ]);
});

test('fragments that cannot be used are told, also when no payload uses them', async () => {
  const files = { 'lpEvent/a.yaml': 'value:\n  $use: lpEvent/a\n', 'message/b.yaml': 'text: hi\n' };
  expect((await check(files)).findings.map((text) => text.split(' → ')[0])).toEqual([
    'error: unknown-fragment at payloads/lpEvent/a.yaml:2:9 (value): fragments use each other in a circle: lpEvent/a',
    'error: bad-payload at payloads/message/b.yaml:1:1 (value): payloads/message/b.yaml: value is missing (and 1 more)',
  ]);
});
