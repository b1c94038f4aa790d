import { pad, widthOf } from '../width.ts';
import { wrap } from '../wrap.ts';

/** What a bubble is drawn with. */
export interface BubbleOptions {
  /** Who speaks, and what is to be said of that; printable. */
  title: string;
  /** The consumer's stand on the right. */
  side: 'left' | 'right';
  /** Columns of the whole conversation. */
  width: number;
}

/** Lines are hard to read where they are longer. */
const widest = 64;

/** Characters of one message that are drawn; nobody reads more, and to lay them out takes long. Ours. */
const mostDrawn = 10_000;

/** Printable lines in a bubble that is as wide as they need and no wider than the conversation leaves room for. */
export function bubble(lines: readonly string[], { title, side, width }: BubbleOptions): string[] {
  const room = Math.max(8, Math.min(widest, Math.floor(width * 0.8)) - 4);
  const [heading = ''] = wrap(title.slice(0, mostDrawn), room - 2);
  const body = cut(lines).flatMap((line) => wrap(line, room));
  const inner = Math.max(widthOf(heading) + 2, ...body.map(widthOf));
  const drawn = [
    `╭ ${heading} ${'─'.repeat(inner - widthOf(heading))}╮`,
    ...body.map((line) => `│ ${pad(line, inner, 'left')} │`),
    `╰${'─'.repeat(inner + 2)}╯`,
  ];
  if (side === 'left') return drawn;
  return drawn.map((line) => ' '.repeat(Math.max(0, width - inner - 4)) + line);
}

function cut(lines: readonly string[]): string[] {
  let left = mostDrawn;
  const drawn: string[] = [];
  for (const line of lines) {
    if (left <= 0) break;
    drawn.push(line.slice(0, left));
    // An empty line takes room too.
    left -= line.length + 1;
  }
  const more = lines.reduce((sum, { length }) => sum + length + 1, -1) - mostDrawn;
  return more > 0 ? [...drawn, `… ${more} more characters`] : drawn;
}
