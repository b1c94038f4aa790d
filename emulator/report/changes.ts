import type { Change } from '../project/watch.ts';
import { brush } from './colour.ts';
import { counted } from '../platform/counted.ts';
import { printable } from './printable.ts';

/** Files that are named one by one. */
const named = 3;

/** The line that says which files a round of a watch is about. */
export function changeLines(changes: readonly Change[], colour: boolean): string {
  const first = changes.slice(0, named).map(({ path, kind }) => `${printable(path)} ${kind}`);
  const more = changes.length > named ? [counted(changes.length - named, 'more file')] : [];
  return `\n${brush(colour)('strong', `↻ ${[...first, ...more].join(', ')}`)}\n`;
}
