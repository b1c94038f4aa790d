import type { Bundle } from '../bundle.ts';
import { parse, type Position } from '../parse.ts';
import type { Change, Script } from './change.ts';

/** What only sloppy code may hold: a module is always strict. The parser tells the first such place. */
export async function strictCode(bundle: Bundle, place: (position: Position) => ReturnType<Script['at']>) {
  const parsed = await parse({ ...bundle, generation: 'v2' });
  if (parsed.program !== null) return [];
  const change: Change = {
    kind: 'strict-code',
    by: 'you',
    message: `an ES module is strict code: ${parsed.message}`,
    hint: 'write it as strict code allows; there may be more such places',
    where: place(parsed.position),
  };
  return [change];
}
