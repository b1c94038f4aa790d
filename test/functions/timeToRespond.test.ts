import { lambda } from '../../functions/timeToRespond/index.ts';
import { asAutomaticMessages, garbage, message, settingsFor } from './automatic-messages.ts';

const info = jest.spyOn(console, 'info').mockImplementation(() => {});

settingsFor({ TIME_ZONE: 'Europe/Berlin' });

const ask = asAutomaticMessages('controllerbot_messaging_ttr', lambda);

/** Wednesday, 11:30 in Berlin. */
const now = Date.UTC(2023, 1, 1, 10, 30);
const minute = 60_000;
const hour = 60 * minute;
const urgent = { cbotEventType: 'CONSUMER_ASKED_URGENT_RESPONSE_TIME' };
const updated = { cbotEventType: 'AGENT_UPDATED_RESPONSE_TIME' };

test.each([
  ['CONSUMER_ASKED_URGENT_RESPONSE_TIME', 'We have marked this conversation as urgent. You can expect'],
  ['CONSUMER_CANCELED_URGENT_RESPONSE_TIME', 'This conversation is not urgent any more. You can expect'],
  ['AGENT_UPDATED_RESPONSE_TIME', 'You can expect'],
  ['SOMETHING_NEW', 'You can expect'],
])('%s is told as such', async (cbotEventType, begin) => {
  expect(await ask({ general: { cbotEventType, effectiveTTR: now + 5 * minute } }, now)).toEqual([
    message(`${begin} an answer within 5 minutes.`),
  ]);
});

test.each([
  [1, 'within 1 minute'],
  [minute + 1, 'within 2 minutes'],
  [11 * minute, 'within 15 minutes'],
  [90 * minute, 'within 90 minutes'],
  [90 * minute + 1, 'today at 13:00 at the latest (Berlin time)'],
  [22 * hour, 'tomorrow at 09:30 at the latest (Berlin time)'],
  [5 * 24 * hour, 'on Monday at 11:30 at the latest (Berlin time)'],
  [9 * 24 * hour, 'in 9 days at 11:30 at the latest (Berlin time)'],
  [0, 'as soon as possible'],
  [-hour, 'as soon as possible'],
  [400 * 24 * hour, 'as soon as possible'],
])('an answer that is due in %d ms is expected %s', async (wait, words) => {
  expect(await ask({ general: { ...updated, effectiveTTR: String(now + wait) } }, now)).toEqual([
    message(`You can expect an answer ${words}.`),
  ]);
});

test('without a time zone that exists, hours are counted', async () => {
  process.env['TIME_ZONE'] = 'Mars/Olympus_Mons';
  expect(await ask({ general: { ...updated, effectiveTTR: now + 22 * hour - 1 } }, now)).toEqual([
    message('You can expect an answer within 22 hours.'),
  ]);
});

test('an agent’s own time counts more than the account’s, but only when the agent set it just now', async () => {
  const times = { manualETTR: String(now + 10 * minute), effectiveTTR: now + 5 * minute };
  expect(await ask({ general: { ...updated, ...times } }, now)).toEqual([
    message('You can expect an answer within 10 minutes.'),
  ]);
  expect(await ask({ general: { ...urgent, ...times } }, now)).toEqual([
    message('We have marked this conversation as urgent. You can expect an answer within 5 minutes.'),
  ]);
});

test('without either, the time to respond counts from now', async () => {
  expect(await ask({ general: updated, ttr: { newTtr: { value: 240 } } }, now)).toEqual([
    message('You can expect an answer within 4 minutes.'),
  ]);
});

test('nothing is promised in off hours', async () => {
  const general = { ...urgent, inOffHours: true, effectiveTTR: now + 5 * minute };
  expect(await ask({ general }, now)).toEqual([
    message('We have noted that. We are closed at the moment and will answer when we open again.'),
  ]);
});

test('nothing is said where nothing changed, unless an agent has set the time', async () => {
  const ttr = { oldTtr: { ttrType: 'URGENT', value: 300 }, newTtr: { ttrType: 'URGENT', value: 300 } };
  const effectiveTTR = now + 5 * minute;
  expect(await ask({ general: { ...urgent, effectiveTTR }, ttr }, now)).toEqual([]);
  expect(await ask({ general: { ...updated, effectiveTTR }, ttr }, now)).toHaveLength(1);
});

test.each([
  ['the conversation is closed', { general: { ...urgent, newConvState: 'CLOSE', effectiveTTR: now } }],
  ['the time is no date', { general: { ...urgent, effectiveTTR: 1e300 } }],
  ['the time to respond is no time', { general: updated, ttr: { newTtr: { value: 1e305 } } }],
])('nothing is said where %s', async (_, payload) => {
  expect(await ask(payload, now)).toEqual([]);
});

test.each(garbage.map((payload) => [payload]))('nothing is said to garbage: %j', async (payload) => {
  expect(await ask(payload, now)).toEqual([]);
});

test('the log says when the answer is due', async () => {
  info.mockClear();
  await ask({ general: { ...urgent, convId: 'c', effectiveTTR: now } }, now);
  expect(info.mock.calls[0]?.[1]).toEqual({
    convId: 'c',
    event: 'CONSUMER_ASKED_URGENT_RESPONSE_TIME',
    campaignId: null,
    engagementId: null,
    due: '2023-02-01T10:30:00.000Z',
    commands: ['systemMessage'],
  });
});
