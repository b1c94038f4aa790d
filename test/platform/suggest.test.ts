import { didYouMean, suggest } from '../../emulator/platform/suggest.ts';

test('the nearest candidate is suggested, whatever its case', () => {
  expect(suggest('mesage', ['context', 'message', 'messages'])).toBe('message');
  expect(suggest('LPEVENT', ['lpSdes', 'lpEvent'])).toBe('lpEvent');
  expect(suggest('convdI', ['convId', 'conv'])).toBe('convId');
});

test('nothing is suggested when nothing is near', () => {
  expect(suggest('x', ['message', 'context'])).toBeUndefined();
  expect(suggest('', ['message'])).toBeUndefined();
  expect(suggest('message', [])).toBeUndefined();
});

test('a huge word costs nothing', () => {
  expect(suggest('a'.repeat(10_000_000), ['a'])).toBeUndefined();
});

test('a did-you-mean is a sentence of its own', () => {
  expect(didYouMean('mesage', ['message'])).toBe(' Did you mean "message"?');
  expect(didYouMean('zzz', ['message'])).toBe('');
});
