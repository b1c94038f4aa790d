import vm from 'node:vm';
import { expressionIn } from '../../emulator/conversation/match/expression.ts';
import { exactly, fitsText, type TextMatcher } from '../../emulator/conversation/match/text.ts';
import { mismatch, mismatchesAt } from '../../emulator/conversation/match/value.ts';
import { nameVolatile } from '../../emulator/conversation/volatile.ts';

test.each<[TextMatcher, string, boolean]>([
  ['Hello', 'Hello', true],
  ['Hello', 'Hello!', false],
  ['Hello *', 'Hello Robin', true],
  ['*', '', true],
  ['* order * is *', 'Your order 4711 is packed', true],
  ['a*b*c', 'acb', false],
  ['/order \\d+/', 'Your order 4711', true],
  ['/^order/', 'Your order', false],
  ['/ORDER/i', 'Your order', true],
  ['/a.b/s', 'a\nb', true],
  ['/order', '/order', true],
  ['//', '//', true],
  [{ oneOf: ['Hi', 'Hello *'] }, 'Hello Robin', true],
  [{ oneOf: ['Hi', 'Hello *'] }, 'Good evening', false],
  [{ exactly: '5 * 3 /x/' }, '5 * 3 /x/', true],
  [{ exactly: '*' }, 'anything', false],
])('%j and %j: %s', (wanted, text, fits) => {
  expect(fitsText(wanted, text)).toBe(fits);
});

test('an expression says the same each time it is asked, whatever its flags', () => {
  const expression = '/order/g';
  expect([1, 2, 3].map(() => fitsText(expression, 'order'))).toEqual([true, true, true]);
  expect(expressionIn('/order/gy')?.flags).toBe('');
});

test('an expression that runs away is stopped, and told', () => {
  expect(() => fitsText('/^(a+)+$/', `${'a'.repeat(60)}b`)).toThrow(
    '/^(a+)+$/ takes more than 250 ms for a text of 61 characters',
  );
  expect(fitsText('/^a+$/', 'aaa')).toBe(true);
});

test('an expression is not to blame for a machine that stood still while it was searched for', () => {
  const stopped = Object.assign(new Error('Script execution timed out'), {
    code: 'ERR_SCRIPT_EXECUTION_TIMEOUT',
  });
  const search = jest.spyOn(vm, 'runInContext').mockImplementationOnce(() => {
    throw stopped;
  });
  expect(fitsText('/^a+$/', 'aaa')).toBe(true);
  expect(search).toHaveBeenCalledTimes(2);
  search.mockRestore();
});

test.each(['plain', '5 * 3', '/start/', '/a+b/', '*', '/(/', ''])(
  '%j is matched exactly as it is',
  (text) => {
    expect(fitsText(exactly(text), text)).toBe(true);
    expect(fitsText(exactly(text), `${text}?`)).toBe(false);
  },
);

test('a value may have more than is wanted, but a list not', () => {
  const card = {
    type: 'vertical',
    elements: [
      { type: 'text', text: 'Order 4711' },
      { type: 'map', la: 1 },
    ],
  };
  expect(mismatch(card, { elements: [{ text: 'Order *' }, { la: 1 }] })).toBeUndefined();
  expect(mismatch(card, { elements: [{ text: 'Order *' }] })).toMatchObject({ path: ['elements'] });
  expect(mismatch(card, { elements: [{ text: 'Bill *' }, {}] })).toEqual({
    path: ['elements', 0, 'text'],
    wanted: 'Bill *',
    there: 'Order 4711',
  });
  expect(mismatch(card, { type: { oneOf: ['vertical', 'horizontal'] } })).toBeUndefined();
  expect(mismatch(card, { toString: '*' })).toMatchObject({ there: undefined });
});

test('places are named by their paths, quotes and all', () => {
  const value = { '@id': { 'a.b': [1, { c: true }] } };
  expect(mismatchesAt(value, { '["@id"]["a.b"][1].c': true })).toEqual([]);
  expect(mismatchesAt(value, { '["@id"]["a.b"][0]': 2, 'missing.place': '*' })).toMatchObject([
    { at: '["@id"]["a.b"][0]', there: 1 },
    { at: 'missing.place', there: undefined },
  ]);
});

test('ids that are drawn each time have names, each always the same', () => {
  const id = '11111111-2222-4333-8444-555555555555';
  const other = 'AAAAAAAA-2222-4333-8444-555555555555';
  expect(
    nameVolatile([`your conversation ${id}`, { ticket: other, again: `${other}, ${id}` }, 4711], id),
  ).toEqual([
    'your conversation <conversation>',
    { ticket: '<id 1>', again: '<id 1>, <conversation>' },
    4711,
  ]);
});
