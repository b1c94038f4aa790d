import { together } from '../../emulator/project/settling.ts';

test.each([
  [undefined, 'removed', 'removed'],
  ['added', 'changed', 'added'],
  ['added', 'removed', null],
  ['changed', 'changed', 'changed'],
  ['changed', 'removed', 'removed'],
  ['removed', 'added', 'changed'],
] as const)('a file that was first %s and then %s is %s', (first, then, both) => {
  expect(together(first, then)).toBe(both);
});
