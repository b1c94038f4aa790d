import { lambda } from '../../functions/lineInOffHours/index.ts';
import { asAutomaticMessages, garbage, message, settingsFor } from './automatic-messages.ts';

jest.spyOn(console, 'info').mockImplementation(() => {});
jest.spyOn(console, 'warn').mockImplementation(() => {});

settingsFor({
  OPENING_HOURS: 'Mon-Fri 09:00-18:00, Sat 10:00-14:00',
  TIME_ZONE: 'Europe/Berlin',
  OFF_HOURS_SKILL_ID: '1000000020',
});

const ask = asAutomaticMessages('controllerbot_messaging_mid_conversation_msg', lambda);

const general = { cbotEventType: 'CONSUMER_SEND_MESSAGE_ON_OFFHOURS', inOffHours: true };
const transfer = { type: 'transfer', skillId: '1000000020' };
const night = Date.UTC(2023, 1, 1, 22);

test.each([
  ['at night', night, 'tomorrow at 09:00'],
  ['in the morning', Date.UTC(2023, 1, 2, 7, 59), 'today at 09:00'],
  ['on Friday night', Date.UTC(2023, 1, 3, 20), 'tomorrow at 10:00'],
  ['on Saturday night', Date.UTC(2023, 1, 4, 20), 'on Monday at 09:00'],
])('a message %s is told the next opening', async (_, timestamp, opening) => {
  expect(await ask({ general }, timestamp)).toEqual([
    message(
      `Thank you for your message. We are closed at the moment. We open again ${opening} (Berlin time) and will answer then.`,
    ),
    transfer,
  ]);
});

test('who began in off hours is not told the same again', async () => {
  expect(await ask({ general, mid: { openedInOffHours: true } }, night)).toEqual([
    message(
      'Thank you, we have got this message too. We open again tomorrow at 09:00 (Berlin time) and will answer then.',
    ),
    transfer,
  ]);
});

test('without opening hours, or when they say open, no time is named', async () => {
  const text = 'Thank you for your message. We are closed at the moment and will answer when we open again.';
  expect(await ask({ general }, Date.UTC(2023, 1, 1, 10))).toEqual([message(text), transfer]);
  delete process.env['OPENING_HOURS'];
  expect(await ask({ general }, night)).toEqual([message(text), transfer]);
  expect(await ask({ general, mid: { openedInOffHours: true } }, night)).toEqual([
    message('Thank you, we have got this message too. We will answer when we open again.'),
    transfer,
  ]);
});

test('it is not moved to where it is, or nowhere', async () => {
  expect(await ask({ general, routing: { newSkillId: 1000000020 } }, night)).toHaveLength(1);
  delete process.env['OFF_HOURS_SKILL_ID'];
  expect(await ask({ general }, night)).toHaveLength(1);
});

test('nothing is said once the line is open again or the conversation closed', async () => {
  expect(await ask({ general: { ...general, inOffHours: false } }, night)).toEqual([]);
  expect(await ask({ general: { ...general, newConvState: 'CLOSE' } }, night)).toEqual([]);
});

test('without the time of the call it is now', async () => {
  const now = jest.spyOn(Date, 'now').mockReturnValue(night);
  const expected = await ask({ general }, night);
  expect(await ask({ general }, 0)).toEqual(expected);
  expect(await lambda({ payload: { general } })).toEqual(expected);
  now.mockRestore();
});

test.each(garbage.map((payload) => [payload]))('garbage is answered all the same: %j', async (payload) => {
  expect((await ask(payload, night)).map(({ type }) => type)).toEqual(['systemMessage', 'transfer']);
});
