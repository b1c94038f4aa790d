import type { LpSdes } from '../../functions/lib/events/lp-sdes.ts';
import { visitorName } from '../../functions/lib/bot/visitor-name.ts';
import { chatIdentity, messagingIdentity } from './payloads.ts';

const nameIn = (lpSdes: unknown): string | null => visitorName({ context: { lpSdes: lpSdes as LpSdes } });
const claimed = (name: unknown): unknown => ({
  unauthenticatedSdes: { personalInfo: { personalInfo: { name } } },
});

test('the authenticated name wins, in the shape of messaging and in that of chat', () => {
  expect(nameIn(messagingIdentity)).toBe('Robin');
  expect(nameIn(chatIdentity)).toBe('Sasha');
  expect(nameIn({ ...(claimed('Somebody') as object), ...chatIdentity })).toBe('Sasha');
});

test('without an authenticated name the page’s claim counts', () => {
  expect(nameIn(claimed(' Alex '))).toBe('Alex');
  expect(nameIn({ authenticatedSdes: { personalInfo: null }, ...(claimed('Alex') as object) })).toBe('Alex');
  expect(
    nameIn({
      authenticatedSdes: { authenticatedPersonalInfo: { name: '' } },
      ...(claimed('Alex') as object),
    }),
  ).toBe('Alex');
});

test.each(['Zoë', "O'Neill", 'Anne-Marie', 'José María', 'Дарья', '美玲', 'J. R.'])(
  '%s is a name',
  (name) => {
    expect(nameIn(claimed(name))).toBe(name);
  },
);

test.each([
  '',
  '   ',
  '<b>x</b>',
  'https://evil.example.com',
  'x'.repeat(60),
  'a\nb',
  '{$name}',
  '42',
  42,
  null,
  ['Robin'],
  { name: 'Robin' },
])('%j is not', (name) => {
  expect(nameIn(claimed(name))).toBeNull();
});

test.each([
  undefined,
  null,
  'x',
  {},
  { unauthenticatedSdes: null },
  { unauthenticatedSdes: { personalInfo: 'x' } },
])('no name in %j', (lpSdes) => {
  expect(nameIn(lpSdes)).toBeNull();
});
