import type { Style } from '../colour.ts';

/** One cell of a table: plain text, and how it is painted where there are colours. */
export interface SectionCell {
  text: string;
  style?: Style;
}

/** One row; the id is the one that claims point at. */
export interface SectionRow {
  id: string;
  cells: SectionCell[];
}

/** A part of the report that every reporter renders in its own way. */
export interface Section {
  id: string;
  title: string;
  /** `wide` ones stand last, and are left out where there is little room. */
  columns: { heading: string; align: 'left' | 'right'; wide?: true }[];
  rows: SectionRow[];
  /** What has to be known to read the table, in sentences. */
  notes: string[];
}
