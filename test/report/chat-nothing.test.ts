import { turnPieces } from '../../emulator/report/chat/turn.ts';
import { Numbering } from '../../emulator/report/chat/numbering.ts';
import { brush } from '../../emulator/report/colour.ts';

test.each([
  ['bot', 0, '· nothing comes of it'],
  ['closed', 0, '· nothing comes of it: the conversation is closed'],
  ['bot', 60_000, '· 1 minute later'],
])('what has no consequences is told, too: %s, %i ms', (state, until, line) => {
  const canvas = { paint: brush(false), width: 50, numbering: new Numbering() };
  expect(turnPieces({ entries: [], from: 0, until, standing: { state } }, canvas)).toEqual([
    { lines: [line], pause: 0 },
  ]);
});
