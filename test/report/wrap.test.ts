import { wrap } from '../../emulator/report/wrap.ts';

test('lines break between words, and within one only where it fills a line of its own', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('a abcdefghij b', 4)).toEqual(['a', 'abcd', 'efgh', 'ij b']);
  expect(wrap('漢字漢字', 5)).toEqual(['漢字', '漢字']);
  expect(wrap('    one two', 8)).toEqual(['    one', '    two']);
  expect(wrap('', 5)).toEqual(['']);
});
