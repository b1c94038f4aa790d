import { checkProject } from '../../emulator/payload/check-project.ts';
import { temporaryFolder } from '../temporary.ts';
import { told } from './finding.ts';

const event = 'bot_connectors_custom_integration';

async function check(files: Record<string, string>, functions: Record<string, unknown> = {}) {
  const all = Object.entries(files).map(([path, text]) => [`payloads/${path}`, text]);
  const root = temporaryFolder({ ...Object.fromEntries(all), 'functions/settings.json': {}, ...functions });
  const { payloads, fragments, findings } = await checkProject(root);
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

/** The files of functions, each with what its `config.json` says beside its name. */
function functionsOf(configs: Record<string, object>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(configs).flatMap(([name, config]) => [
      [`functions/${name}/index.js`, 'async function lambda() {}'],
      [`functions/${name}/config.json`, { name, description: name, ...config }],
    ]),
  );
}

test('payloads of an event that no function has are told where a function without an event may be meant', async () => {
  const files = {
    'external/lead.yaml': 'payload: {}\n',
    'conversational_command/greet.yaml': 'payload: {arguments: [], convId: c}\n',
  };
  const lead = { lead: { event: 'No Event' } };
  const others = { order: { event: 'conversational_command' } };
  const unfed = `warning: bad-payload at payloads/external: no function is fed with what is in payloads/external: none has this event → if it is for lead, add "caller": "external" to its config.json`;
  const findings = async (configs: Record<string, object>) =>
    (await check(files, functionsOf(configs))).findings.filter((text) => text.includes('is fed'));
  expect(await findings({ ...lead, ...others })).toEqual([unfed]);
  expect(await findings(lead)).toEqual([
    expect.stringContaining('if it is for lead, add "event": "conversational_command" to its config.json'),
    unfed,
  ]);
  expect(await findings(others)).toEqual([]);
  expect(await findings({ lead: { event: 'No Event', caller: 'external' }, ...others })).toEqual([]);
  expect(await findings({ ...lead, broken: { event: 7 } })).toEqual([]);
});

test('a folder that is named for a function is told where its payloads belong', async () => {
  const files = { 'lead/a.yaml': 'payload: {}\n', 'order/a.yaml': 'payload: {}\n' };
  const functions = functionsOf({ lead: {}, order: { event: 'conversational_command' } });
  expect((await check(files, functions)).findings.map((text) => text.split(' → ')[1])).toEqual([
    'lead has no event: say who calls it in its config.json, such as "caller": "external", and name the folder for that',
    'the event of order is conversational_command: move its payloads into payloads/conversational_command',
  ]);
});

test('fragments that cannot be used are told, also when no payload uses them', async () => {
  const files = { 'lpEvent/a.yaml': 'value:\n  $use: lpEvent/a\n', 'message/b.yaml': 'text: hi\n' };
  expect((await check(files)).findings.map((text) => text.split(' → ')[0])).toEqual([
    'error: unknown-fragment at payloads/lpEvent/a.yaml:2:9 (value): fragments use each other in a circle: lpEvent/a',
    'error: bad-payload at payloads/message/b.yaml:1:1 (value): payloads/message/b.yaml: value is missing (and 1 more)',
  ]);
});
