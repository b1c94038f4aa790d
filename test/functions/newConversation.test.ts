import { lambda } from '../../functions/newConversation/index.ts';
import { asAutomaticMessages, garbage, message, settingsFor } from './automatic-messages.ts';

const info = jest.spyOn(console, 'info').mockImplementation(() => {});
const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});

beforeEach(() => {
  info.mockClear();
  warn.mockClear();
});

settingsFor({
  OPENING_HOURS: 'Mon-Fri 09:00-18:00, Sat 10:00-14:00',
  TIME_ZONE: 'Europe/Berlin',
  CAMPAIGN_TOPICS: '10=your order, 12 = your bill',
});

const greet = asAutomaticMessages('controllerbot_messaging_new_conversation', lambda);

/** The greeting's text, for an event by the end of its name. */
async function greeting(name: string, rest: object = {}, timestamp?: number): Promise<unknown> {
  const general = { convId: 'c', cbotEventType: `CONSUMER_OPEN_NEW_CONVERSATION${name}`, ...rest };
  const [command, ...more] = await greet({ general }, timestamp);
  expect(more).toEqual([]);
  return command && 'text' in command ? command.text : command;
}

const night = Date.UTC(2023, 1, 1, 22);

test.each([
  ['', 'Welcome back! A colleague will be with you soon.'],
  ['_FIRST_TIME', 'Welcome! Good to have you here. A colleague will be with you soon.'],
  [
    '_AFTER_AUTOCLOSE',
    'Welcome back! Your last conversation had been closed because it was quiet for a while. A colleague will be with you soon.',
  ],
  [
    '_OFF_HOURS',
    'Welcome back! We are closed at the moment and open again tomorrow at 09:00 (Berlin time). Write to us already, we keep it.',
  ],
  [
    '_FIRST_TIME_OFF_HOURS',
    'Welcome! Good to have you here. We are closed at the moment and open again tomorrow at 09:00 (Berlin time). Write to us already, we keep it.',
  ],
])('the greeting follows the name of the event: …%s', async (name, text) => {
  expect(await greeting(name, {}, night)).toBe(text);
});

test('the flag says that it is the first conversation where the name does not', async () => {
  const general = { cbotEventType: 'CONSUMER_OPEN_NEW_CONVERSATION' };
  expect(await greet({ general, start: { firstConversation: true } })).toEqual([
    message('Welcome! Good to have you here. A colleague will be with you soon.'),
  ]);
});

test.each([
  ['seen in real calls', { campaignId: 12 }],
  ['documented', { id: '12' }],
])('the campaign’s topic is found by the name %s', async (_, campaignInfo) => {
  expect(await greeting('', { campaignInfo })).toBe(
    'Welcome back! You are writing to us about your bill. A colleague will be with you soon.',
  );
});

test.each([['10=your order'], ['=your bill'], ['12'], ['12='], ['']])(
  'a campaign that CAMPAIGN_TOPICS (%j) does not have is not mentioned',
  async (topics) => {
    process.env['CAMPAIGN_TOPICS'] = topics;
    expect(await greeting('', { campaignInfo: { campaignId: '12' } })).toBe(
      'Welcome back! A colleague will be with you soon.',
    );
  },
);

const closed =
  'Welcome back! We are closed at the moment and will answer when we open again. Write to us already, we keep it.';

test('where the account says closed and the settings say open, no time is named', async () => {
  expect(await greeting('', { inOffHours: true }, Date.UTC(2023, 1, 1, 10))).toBe(closed);
  expect(warn).not.toHaveBeenCalled();
});

test.each([
  ['OPENING_HOURS', 'always'],
  ['TIME_ZONE', 'Europe/Nowhere'],
])('where %s is %j, no time is named and the log says why', async (name, value) => {
  process.env[name] = value;
  expect(await greeting('', { inOffHours: 'true' }, night)).toBe(closed);
  expect(warn.mock.calls).toEqual([
    ['OPENING_HOURS or TIME_ZONE cannot be read', expect.objectContaining({ [name]: value })],
  ]);
});

test('without opening hours no time is named, and nobody is warned', async () => {
  delete process.env['OPENING_HOURS'];
  expect(await greeting('_OFF_HOURS', {}, night)).toBe(closed);
  expect(warn).not.toHaveBeenCalled();
});

test('a conversation that is closed already is not greeted', async () => {
  expect(await greet({ general: { newConvState: 'CLOSE' } })).toEqual([]);
});

test.each(garbage.map((payload) => [payload]))('garbage is greeted all the same: %j', async (payload) => {
  expect(await greet(payload)).toEqual([message('Welcome back! A colleague will be with you soon.')]);
});

test('the log names the conversation and the campaign, and nobody', async () => {
  await greeting('_FIRST_TIME', {
    campaignInfo: { campaignId: 10 },
    visitorId: 'v',
    clientIpAddress: '192.0.2.1',
  });
  expect(info.mock.calls).toEqual([
    [
      'conversation began',
      {
        convId: 'c',
        event: 'CONSUMER_OPEN_NEW_CONVERSATION_FIRST_TIME',
        campaignId: '10',
        engagementId: null,
        commands: ['systemMessage'],
      },
    ],
  ]);
});
