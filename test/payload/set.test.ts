import { applySet, parseSet } from '../../emulator/payload/compose/set.ts';
import { refusal } from './finding.ts';

const set = (value: unknown, ...texts: string[]) => texts.map(parseSet).reduce(applySet, value);

test('a value is JSON where it is JSON, else text', () => {
  expect(set({}, 'a=1', 'b=true', 'c=null', 'd=hi there', 'e={"x":[1]}', 'f="1"', 'g=', 'h=x=y')).toEqual({
    a: 1,
    b: true,
    c: null,
    d: 'hi there',
    e: { x: [1] },
    f: '1',
    g: '',
    h: 'x=y',
  });
});

test('objects and lists on the way are made, and what is there stays', () => {
  expect(set({ a: { b: 1 } }, 'a.c.d=2', 'list[0].x=1', 'list[1]=two', 'list.1=2', '@id=3')).toEqual({
    a: { b: 1, c: { d: 2 } },
    list: [{ x: 1 }, 2],
    '@id': 3,
  });
});

test('what is set does not change where it was set in', () => {
  const shared = { x: 1 };
  const value = { a: shared, b: shared };
  expect(set(value, 'a.x=2')).toEqual({ a: { x: 2 }, b: { x: 1 } });
  expect(value).toEqual({ a: { x: 1 }, b: { x: 1 } });
});

test.each([
  ['message', '--set message: not a path and a value'],
  ['=hi', '--set =hi: not a path and a value'],
  ['a..b=1', '--set a..b=1: not a path and a value'],
  ['a[x]=1', '--set a[x]=1: not a path and a value'],
  ['a.__proto__.polluted=1', '--set a.__proto__.polluted: "__proto__" is no key of a payload'],
  ['constructor.prototype.x=1', '--set constructor.prototype.x: "constructor" is no key of a payload'],
  ['list[5]=1', '--set list[5]: the list has 1 entry, so there is no "5"'],
  ['list[999999999]=1', '--set list[999999999]: the list has 1 entry, so there is no "999999999"'],
  ['list.name=1', '--set list.name: the list has 1 entry, so there is no "name"'],
  ['text.x=1', '--set text.x: text is "hi" and has no keys'],
])('%s is refused', async (text, message) => {
  const attempt = Promise.resolve().then(() => set({ list: [1], text: 'hi' }, text));
  expect(await refusal(attempt)).toContain(`bad-usage: ${message} → `);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
