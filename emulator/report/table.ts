import type { Paint, Style } from './colour.ts';
import { pad, widthOf } from './width.ts';

/** One cell: printable text, and the style that it is painted in. */
export interface Cell {
  text: string;
  style?: Style;
}

/** A column's heading, and on which side its cells are flush. */
export interface Column {
  heading: string;
  align: 'left' | 'right';
}

/** Lays out the heading and the rows as lines of equal columns, two spaces apart. */
export function layOut(
  columns: readonly Column[],
  rows: readonly Cell[][],
  paint: Paint,
): { heading: string; lines: string[] } {
  const widths = columns.map(({ heading }, index) =>
    rows.reduce((width, row) => Math.max(width, widthOf(row[index]?.text ?? '')), widthOf(heading)),
  );
  const line = (cells: readonly Cell[]): string => {
    const texts = columns.map(({ align }, index) => {
      const { text, style } = cells[index] ?? { text: '' };
      const padded =
        index === columns.length - 1 && align === 'left' ? text : pad(text, widths[index] ?? 0, align);
      return style === undefined ? padded : paint(style, padded);
    });
    return texts.join('  ').trimEnd();
  };
  return {
    heading: line(columns.map(({ heading }) => ({ text: heading, style: 'faint' }))),
    lines: rows.map(line),
  };
}
