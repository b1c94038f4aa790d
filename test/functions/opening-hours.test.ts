import { dayAndTime } from '../../functions/lib/automatic-messages/day-and-time.ts';
import { localTime, zoneName } from '../../functions/lib/automatic-messages/local-time.ts';
import { nextOpening, openingHours } from '../../functions/lib/automatic-messages/opening-hours.ts';

/** What a consumer would be told at `at`; `null` where nothing. */
function told(text: string, timeZone: string, at: string): string | null {
  const now = localTime(Date.parse(at), timeZone);
  const next = now && nextOpening(openingHours(text) ?? [], now);
  return now && next && dayAndTime(next, now);
}

const hours = 'Mon-Fri 09:00-18:00, Sat 10:00-14:00';

test.each([
  ['before the first opening', '2023-02-01T07:59Z', 'today at 09:00'],
  ['at the opening', '2023-02-01T08:00Z', null],
  ['a minute before the end', '2023-02-01T16:59Z', null],
  ['at the end', '2023-02-01T17:00Z', 'tomorrow at 09:00'],
  ['on Friday night', '2023-02-03T17:00Z', 'tomorrow at 10:00'],
  ['on Saturday afternoon', '2023-02-04T13:00Z', 'on Monday at 09:00'],
  ['on Sunday', '2023-02-05T12:00Z', 'tomorrow at 09:00'],
])('%s', (_, at, words) => {
  expect(told(hours, 'Europe/Berlin', at)).toBe(words);
});

test('the clocks of the zone count, also across the change to summer time', () => {
  expect(told(hours, 'Asia/Tokyo', '2023-02-01T17:00Z')).toBe('today at 09:00');
  expect(told(hours, 'America/New_York', '2023-02-01T17:00Z')).toBeNull();
  expect(told('Mon 09:00-18:00', 'Europe/Berlin', '2023-03-25T22:00Z')).toBe('on Monday at 09:00');
  expect(told('Mon 09:00-18:00', 'Europe/Berlin', '2023-03-27T06:59Z')).toBe('today at 09:00');
  expect(told('Mon 09:00-18:00', 'Europe/Berlin', '2023-03-27T07:00Z')).toBeNull();
});

test('hours may go over midnight, and over the end of the week', () => {
  expect(told('Sat 22:00-02:00', 'UTC', '2023-02-05T01:59Z')).toBeNull();
  expect(told('Sat 22:00-02:00', 'UTC', '2023-02-05T02:00Z')).toBe('on Saturday at 22:00');
  expect(told('Fri-Mon 00:00-24:00', 'UTC', '2023-02-05T23:59Z')).toBeNull();
  expect(told('Fri-Mon 00:00-24:00', 'UTC', '2023-02-07T00:00Z')).toBe('on Friday at 00:00');
});

test('an opening a week ahead is not called by today’s name', () => {
  expect(told('Mon 09:00-10:00', 'UTC', '2023-02-06T10:00Z')).toBe('in 7 days at 09:00');
});

test('hours are read in any case, with whole names and spaces', () => {
  expect(openingHours(' monday - Friday  9:00 - 18:00 ,, SAT 10:00-14:00,')).toEqual(openingHours(hours));
});

test.each([
  'always',
  'Mon',
  'Mon 09:00',
  'Mon 9-18',
  'Mon 09:00-09:00',
  'Mon 09:60-10:00',
  'Mon 09:00-25:00',
  'Xyz 09:00-18:00',
  'Mon-Xyz 09:00-18:00',
  'Mon 09:00-18:00; Tue 09:00-18:00',
  'Mon 09:00-18:00, Tue',
])('%j is not read as opening hours, not even in part', (text) => {
  expect(openingHours(text)).toBeNull();
});

test('a line that never opens has no next opening', () => {
  expect(openingHours('')).toEqual([]);
  expect(told('', 'UTC', '2023-02-05T02:00Z')).toBeNull();
});

test('a zone or a moment that does not exist is nowhere', () => {
  expect(localTime(0, 'Europe/Nowhere')).toBeNull();
  expect(localTime(NaN, 'UTC')).toBeNull();
  expect(localTime(1e20, 'UTC')).toBeNull();
  expect(localTime(0, 'UTC')).toEqual({ day: 0, minute: 0 });
});

test('a zone is called by its city', () => {
  expect(['Europe/Berlin', 'America/New_York', 'UTC'].map(zoneName)).toEqual([
    'Berlin time',
    'New York time',
    'UTC',
  ]);
});
