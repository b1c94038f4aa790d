import { segmentsOf, widthOf } from './width.ts';

/** One printable line as lines of at most `width` columns, broken between words where that is possible; all as far in. */
export function wrap(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const text = line.trimStart();
  const inset = Math.min(line.length - text.length, Math.floor(width / 2));
  return wordsIn(text, width - inset).map((each) => ' '.repeat(inset) + each);
}

function wordsIn(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const piece of text.split(/(?<= )/)) {
    const size = widthOf(piece.trimEnd());
    if (used > 0 && used + size > width) {
      lines.push(current.trimEnd());
      current = '';
      used = 0;
    }
    const whole = size <= width ? [piece] : broken(piece, width);
    lines.push(...whole.slice(0, -1));
    current += whole.at(-1) ?? '';
    used = widthOf(current);
  }
  return [...lines, current.trimEnd()];
}

/** A word that is wider than a line, cut into pieces that are not. */
function broken(word: string, width: number): string[] {
  const pieces: string[] = [];
  let current = '';
  let used = 0;
  for (const segment of segmentsOf(word)) {
    const size = widthOf(segment);
    if (used > 0 && used + size > width) {
      pieces.push(current);
      current = '';
      used = 0;
    }
    current += segment;
    used += size;
  }
  return [...pieces, current];
}
