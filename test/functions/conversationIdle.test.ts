import { lambda } from '../../functions/conversationIdle/index.ts';
import { asAutomaticMessages, garbage, message, settingsFor } from './automatic-messages.ts';

jest.spyOn(console, 'info').mockImplementation(() => {});

settingsFor({ REMINDER_MINUTES: '60', REMINDERS: '2', TRANSFER_MINUTES: '30', IDLE_SKILL_ID: '1000000022' });

const ask = asAutomaticMessages('controllerbot_messaging_conversation_idle', lambda);

const start = Date.UTC(2023, 1, 1, 10);
const minutes = (count: number): number => start + count * 60_000;

const reminder = message('Are you still there? We would like to go on: just write back.');
const lastReminder = message(
  'We have not heard from you for a while. If you still need us, just write back; else we will close this conversation.',
);
const closing = [
  message(
    'We close this conversation now, because it has been quiet for a while. Write to us again whenever you like.',
  ),
  { type: 'closeConversation' },
];

/** Calls it after so many minutes without an answer of the consumer's. */
const silent = (after: number, general: object = {}, idle: object = {}) =>
  ask(
    {
      general: { cbotEventType: 'CONSUMER_NON_RESPONSIVE', lastAgentMsgTs: start, ...general },
      idle: { lastConsumerMsgTs: start - 1, ...idle },
    },
    minutes(after),
  );

describe('the consumer does not answer', () => {
  test.each([
    [59, []],
    [60, [reminder]],
    [119, [reminder]],
    [120, [lastReminder]],
    [179, [lastReminder]],
    [180, closing],
    [9999, closing],
  ])('for %d minutes', async (after, commands) => {
    expect(await silent(after)).toEqual(commands);
  });

  test('the settings say how often and how many times', async () => {
    process.env['REMINDER_MINUTES'] = '10';
    process.env['REMINDERS'] = '1';
    expect(await silent(10)).toEqual([lastReminder]);
    expect(await silent(20)).toEqual(closing);
    process.env['REMINDERS'] = '0';
    expect(await silent(10)).toEqual(closing);
  });

  test.each(['soon', '-5', '', 'Infinity'])('a setting of %j counts as none', async (value) => {
    process.env['REMINDER_MINUTES'] = value;
    process.env['REMINDERS'] = value;
    expect(await silent(60)).toEqual([reminder]);
    expect(await silent(180)).toEqual(closing);
  });

  test('an interval of nothing does not close what is a moment old', async () => {
    process.env['REMINDER_MINUTES'] = '0';
    expect(await silent(0)).toEqual([]);
    expect(await silent(1)).toEqual([reminder]);
  });

  test('who was reminded a moment ago is not reminded again, but closed in time', async () => {
    const reminded = { lastMessageComposer: 'CONTROLLER', lastMessageTs: minutes(60) };
    expect(await silent(70, reminded)).toEqual([]);
    expect(await silent(120, reminded)).toEqual([lastReminder]);
    expect(await silent(180, { ...reminded, lastMessageTs: minutes(179) })).toEqual(closing);
  });

  test('who has answered in the meantime is left alone', async () => {
    expect(await silent(180, {}, { lastConsumerMsgTs: String(start + 1) })).toEqual([]);
  });

  test.each([
    ['consumerNonResponsive', { time: 2, timeUnits: 'hours' }, [lastReminder]],
    ['consumserNonResponsive', { time: '60', timeUnits: 'MINUTES' }, [reminder]],
    ['consumerNonResponsive', { time: 60, timeUnits: 'constructor' }, []],
    ['consumerNonResponsive', { time: 60 }, []],
  ])('without times, the account’s own span counts: %s %j', async (key, span, commands) => {
    expect(await silent(0, { lastAgentMsgTs: undefined }, { [key]: span })).toEqual(commands);
  });
});

const wait = message(
  'Thank you for your patience. You are still in line, and the next free colleague will take over.',
);
const late = message('We have not forgotten you. Our answer takes a little longer than usual.');
const moved = [
  message(
    'Thank you for your patience. We are passing you on to another team, so that you get an answer sooner.',
  ),
  { type: 'transfer', skillId: '1000000022' },
];

describe.each([
  ['the agent does not answer', 'AGENT_NON_RESPONSIVE', { idle: { lastConsumerMsgTs: start } }, late],
  ['nobody takes it', 'CONV_AWAITING_IN_QUEUE', { general: { startTs: start } }, wait],
  [
    'nobody takes it again',
    'CONV_AWAITING_IN_QUEUE',
    { general: { startTs: 1, backToQueueTs: `${start}` } },
    wait,
  ],
])('%s', (_, cbotEventType, since: { general?: object; idle?: object }, patience) => {
  const stuck = (after: number, general: object = {}, rest: object = {}) =>
    ask({ ...since, ...rest, general: { cbotEventType, ...since.general, ...general } }, minutes(after));

  test('a while: asks for patience', async () => {
    expect(await stuck(29)).toEqual([patience]);
  });

  test('for long: moves it to the other skill', async () => {
    expect(await stuck(30)).toEqual(moved);
  });

  test('for long, and it is in the other skill already, or there is none: asks for patience', async () => {
    expect(await stuck(30, {}, { routing: { newSkillId: '1000000022' } })).toEqual([patience]);
    delete process.env['IDLE_SKILL_ID'];
    expect(await stuck(30)).toEqual([patience]);
  });

  test('in off hours, or when it is closed: says nothing', async () => {
    expect(await stuck(30, { inOffHours: true })).toEqual([]);
    expect(await stuck(30, { newConvState: 'CLOSE' })).toEqual([]);
  });
});

test('an agent of whom nothing is known gets no transfer', async () => {
  expect(await ask({ general: { cbotEventType: 'AGENT_NON_RESPONSIVE' } })).toEqual([late]);
});

test.each(garbage.map((payload) => [payload]))('nothing is done about garbage: %j', async (payload) => {
  expect(await ask(payload)).toEqual([]);
});
