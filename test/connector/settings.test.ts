import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  completeSettings,
  mergeSettings,
  settingDefaults,
} from '../../emulator/connector/settings/setting-defaults.ts';
import { isEmulatorError, renderWhere } from '../../emulator/errors.ts';
import { obedient, project } from './made.ts';
import { requestsOf, seen } from './told.ts';

const made = project({
  bot: obedient,
  other: obedient,
  preHook: "return { ...payload, message: 'checked' };",
});

/** What a project’s own file leads to. */
async function withFile(text: string): Promise<string> {
  writeFileSync(join(made.root, 'connector.yaml'), text);
  try {
    await made.connect();
    return 'fine';
  } catch (error) {
    if (!isEmulatorError(error)) throw error;
    const { code, where, message, hint } = error.finding;
    return `${code} ${where ? renderWhere(where) : '-'}\n${message}\n→ ${hint}`;
  }
}

afterEach(() => writeFileSync(join(made.root, 'connector.yaml'), '{}'));

test('a project sets its bots up in a file, times in seconds or with a unit', async () => {
  const text = `
bots:
  bot:
    welcomeMessage: true
    combineMessages: { maxMessages: 2, timeFrame: 3, timeFrameAfterTyping: 1m }
    engagementAttributes: true
    hooks: { pre: preHook }
    escalation: { skill: People, messageToAgent: '' }
  other:
    conversationType: chat
    inactivity: { timeUntilWarning: 90s, timeUntilClose: null }
skills: [People, { name: Night, agents: [] }, { name: Sales, agents: [Ada, { id: '2', name: Bob, available: false }] }]
`;
  expect(await withFile(text)).toBe('fine');
  writeFileSync(join(made.root, 'connector.yaml'), text);
  const conversation = await made.talk({}, { start: { sdes: { unauthenticatedSdes: {} } } });
  await conversation.consumer.says('one');
  await conversation.advance(2_999);
  expect(seen(conversation)).toEqual([]);
  await conversation.advance(1);
  expect(requestsOf(conversation)).toMatchObject([
    { message: 'checked', context: { lpSdes: { unauthenticatedSdes: {} } } },
  ]);
  await expect(conversation.agent.transfers('Nigth')).rejects.toMatchObject({
    finding: { message: 'the account has no skill "Nigth". Did you mean "Night"?' },
  });
  const own = await made.talk({ combineMessages: null, hooks: { pre: null } });
  await own.consumer.says('one');
  expect(seen(own)).toEqual(['You said one.']);
});

const wrong = {
  'a key that is no setting': 'bots:\n  bot:\n    welcomeMesage: true\n',
  'a value of the wrong kind': 'bots:\n  bot:\n    welcomeMessage: yes please\n',
  'a time that is none': 'bots:\n  bot:\n    combineMessages: { timeFrame: soon }\n',
  'a bot that is no function': 'bots:\n  bott: {}\n',
  'a hook that is no function': 'bots:\n  bot:\n    hooks: { pre: prehook }\n',
  'a hook of another event': 'bots:\n  bot:\n    hooks: { error: preHook }\n',
  'a type that does not exist': 'bots:\n  bot: { botType: agnet }\n',
  'no YAML': 'bots: [\n',
  'aliases that explode': bomb(),
};

/** Each line is nine times the one before. */
function bomb(): string {
  const lines = ['a0: &a0 [x]'];
  for (let at = 1; at < 10; at += 1)
    lines.push(
      `a${at}: &a${at} [${Array(9)
        .fill(`*a${at - 1}`)
        .join(', ')}]`,
    );
  return lines.join('\n');
}

test('what is wrong with the file is told with its place', async () => {
  const told: string[] = [];
  for (const [name, text] of Object.entries(wrong)) told.push(`${name}: ${await withFile(text)}`);
  expect(told.join('\n')).toMatchInlineSnapshot(`
    "a key that is no setting: bad-connector-settings connector.yaml:3:5
    connector.yaml: bots.bot.welcomeMesage is not a known key
    → did you mean "welcomeMessage"?
    a value of the wrong kind: bad-connector-settings connector.yaml:3:21
    connector.yaml: bots.bot.welcomeMessage must be true or false, it is the text "yes please"
    → connector.yaml has the keys bots (settings by the name of a function) and skills
    a time that is none: bad-connector-settings connector.yaml:3:35
    connector.yaml: bots.bot.combineMessages.timeFrame must be a number of seconds, or a time such as 90s or 5m
    → connector.yaml has the keys bots (settings by the name of a function) and skills
    a bot that is no function: bad-connector-settings connector.yaml:2:3
    connector.yaml: bots.bott is no function of this project. Did you mean "bot"?
    → the functions here are bot, other, preHook
    a hook that is no function: bad-connector-settings connector.yaml:3:19
    connector.yaml: bots.bot.hooks.pre names "prehook", which is no function of this project. Did you mean "preHook"?
    → the functions here are bot, other, preHook
    a hook of another event: bad-connector-settings connector.yaml:3:21
    connector.yaml: bots.bot.hooks.error: preHook is a function for bot_connectors_pre_hook; an error hook is one for bot_connectors_error_hook
    → name one for that event, such as one made by: lpf-emulator new errorHook myHook
    a type that does not exist: bad-connector-settings connector.yaml:2:19
    connector.yaml: bots.bot.botType must be one of agent, survey, it is the text "agnet"
    → did you mean "agent"?
    no YAML: unparsable-payload connector.yaml:2:1
    connector.yaml is not YAML: flow sequence in block collection must be sufficiently indented and end with a ]
    → correct it there
    aliases that explode: unparsable-payload connector.yaml
    connector.yaml is not usable YAML: its aliases expand to more than 100 times what they name
    → write the values out instead of aliases"
  `);
});

test('a file with nothing but comments says nothing', async () => {
  expect(await withFile('# later\n')).toBe('fine');
  expect(await withFile('')).toBe('fine');
});

test.each([
  [
    'survey bots are for messaging',
    [{ function: 'bot', settings: { botType: 'survey', conversationType: 'chat' } }],
  ],
  ['two bots with one skill', [{ function: 'bot' }, { function: 'other' }]],
  ['two bots with one name', [{ function: 'bot' }, { function: 'bot', settings: { skill: 'b' } }]],
  ['no bot at all', []],
] as const)('bots that cannot be used: %s', async (_, bots) => {
  await expect(made.connect({ bots })).rejects.toMatchObject({ finding: { code: 'bad-connector-settings' } });
});

test('a conversation cannot begin with a skill that does not exist', async () => {
  const start = { skill: 'Nowhere' };
  await expect(made.talk({}, { skills: [], start })).rejects.toMatchObject({
    finding: { code: 'unknown-skill', message: 'the account has no skill "Nowhere".' },
  });
});

test.each([
  [
    { conversationType: 'chat', welcomeMessage: true },
    'welcomeMessage is for messaging: a chat always begins with a welcome',
  ],
  [
    { conversationType: 'chat', combineMessages: {} },
    'combineMessages is for messaging: a chat combines nothing',
  ],
  [{ inactivity: { timeUntilClose: 1 } }, 'inactivity is for chat: messaging neither warns nor closes'],
] as const)('a setting that has no effect is noticed: %j', async (settings, message) => {
  const conversation = await made.talk(settings);
  expect(conversation.transcript).toMatchObject([
    { kind: 'notice', finding: { code: 'idle-setting', message } },
  ]);
});

test('attributes that nobody collects are noticed', async () => {
  const start = { sdes: { unauthenticatedSdes: {} } };
  const conversation = await made.talk({}, { start });
  expect(conversation.transcript).toMatchObject([{ finding: { hint: 'set engagementAttributes: true' } }]);
  expect((await made.talk({ engagementAttributes: true }, { start })).transcript).toEqual([]);
});

test('what is not given is a default, part by part', () => {
  expect(completeSettings()).toEqual(settingDefaults);
  const { combineMessages, escalation } = completeSettings({
    combineMessages: { maxMessages: 2 },
    escalation: { skill: 'a' },
  });
  expect(combineMessages).toEqual({ maxMessages: 2, timeFrame: 3_000, timeFrameAfterTyping: 5_000 });
  expect(escalation).toEqual({ ...settingDefaults.escalation, skill: 'a' });
});

test('settings are laid over each other part by part', () => {
  const base = { hooks: { pre: 'a', post: 'b' }, combineMessages: { maxMessages: 2 }, skill: 'one' };
  expect(mergeSettings(base, { hooks: { pre: null }, combineMessages: { timeFrame: 1 } })).toEqual({
    hooks: { pre: null, post: 'b' },
    combineMessages: { maxMessages: 2, timeFrame: 1 },
    skill: 'one',
  });
  expect(mergeSettings(base, { combineMessages: null }).combineMessages).toBeNull();
});
